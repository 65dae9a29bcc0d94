package dev.platen.engine.validate;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.annotation.Annotation;
import com.networknt.schema.annotation.Annotations;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One validation that ends. Schemas can ask for work that grows exponentially with the depth of the data, or that never
 * ends; the library enters every keyword by way of this context, where it is counted. Keywords that do much at once
 * charge for it. Not thread-safe.
 */
final class BoundedExecution extends ExecutionContext {
    /** The validation that runs in this thread, for the parts of the library that are not handed it. */
    static final ScopedValue<BoundedExecution> CURRENT = ScopedValue.newInstance();

    /** Errors kept in one list; the library keeps a list for every branch that it tries. */
    private static final int MAX_ERRORS = 1_000;
    /** Errors kept in all lists together; from there on one each, which says that the branch failed. */
    private static final int MAX_ALL_ERRORS = 20_000;

    private static final int MAX_NESTING = 1_000;
    /** The library looks back along its path; deep steps cost more than others. */
    private static final int CHEAP_NESTING = 64;

    private final long maxSteps;
    private final Annotations annotations = new CountedAnnotations();
    private long steps;
    private int nesting;
    private int errors;

    BoundedExecution(long maxSteps) {
        super(ExecutionConfig.builder()
                .locale(Locale.ROOT)
                .formatAssertionsEnabled(true)
                .build());
        this.maxSteps = maxSteps;
    }

    @Override
    public void evaluationPathAddLast(String keyword) {
        enter();
        super.evaluationPathAddLast(keyword);
    }

    @Override
    public void evaluationPathAddLast(int index) {
        enter();
        super.evaluationPathAddLast(index);
    }

    @Override
    public void evaluationPathRemoveLast() {
        nesting--;
        super.evaluationPathRemoveLast();
    }

    @Override
    public Annotations getAnnotations() {
        return annotations;
    }

    /** What is added beyond the bounds is left out; that there are errors is known by then. */
    @Override
    public void addError(Error error) {
        charge(1);
        int limit = errors < MAX_ALL_ERRORS ? MAX_ERRORS : 1;
        if (getErrors().size() < limit) {
            errors++;
            super.addError(error);
        }
    }

    /** Counts work; a step is somewhat less than a microsecond. */
    void charge(long work) {
        steps += work;
        if (steps > maxSteps) {
            throw new Exhausted("validating takes more than %s steps".formatted(maxSteps));
        }
    }

    private void enter() {
        charge(1 + nesting / CHEAP_NESTING);
        if (++nesting > MAX_NESTING) {
            throw new Exhausted("keywords lead into each other more than %s deep".formatted(MAX_NESTING));
        }
    }

    /** The library reads through all annotations of a value again and again; each that it reads is charged. */
    private final class CountedAnnotations extends Annotations {
        private final Map<NodePath, List<Annotation>> lists = new ChargedLists();

        @Override
        public Map<NodePath, List<Annotation>> asMap() {
            return lists;
        }

        @Override
        public void put(Annotation annotation) {
            lists.computeIfAbsent(annotation.getInstanceLocation(), _ -> new ArrayList<>())
                    .add(annotation);
        }
    }

    private final class ChargedLists extends HashMap<NodePath, List<Annotation>> {
        private static final long serialVersionUID = 1L;

        @Override
        public List<Annotation> get(Object location) {
            List<Annotation> list = super.get(location);
            return charged(list == null ? List.of() : list);
        }

        @Override
        public List<Annotation> getOrDefault(Object location, List<Annotation> absent) {
            return charged(super.getOrDefault(location, absent));
        }

        private List<Annotation> charged(List<Annotation> list) {
            charge((long) list.size() * (1 + nesting / CHEAP_NESTING));
            return list;
        }
    }
}
