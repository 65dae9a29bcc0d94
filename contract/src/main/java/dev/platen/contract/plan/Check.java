package dev.platen.contract.plan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A predicate on one value: the assertions of JSON Schema in the plan's own words, so that no validator runs while a page
 * is written. As there, an assertion about one type holds for values of all others. Where there is no value, {@link Type}
 * and {@link Among} do not hold and the others, which are about a type, do. Immutable.
 */
public sealed interface Check {
    /** Holds for everything. */
    Check ANYTHING = new All(List.of());
    /** Holds for nothing. */
    Check NOTHING = new Any(List.of());

    /** The value has one of the types; a number without fraction is an integer too. */
    record Type(Set<Kind> kinds) implements Check {
        /** Keeps a copy. */
        public Type {
            kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        }
    }

    /** The value is one of these. */
    record Among(List<Constant> constants) implements Check {
        /** Keeps a copy. */
        public Among {
            constants = List.copyOf(constants);
        }
    }

    /** A number within bounds, in decimal; null for no bound. */
    record Range(
            @Nullable String minimum,
            boolean isMinimumExcluded,
            @Nullable String maximum,
            boolean isMaximumExcluded,
            @Nullable String multipleOf)
            implements Check {}

    /** A string of so many characters (code points). */
    record Length(int minimum, int maximum) implements Check {}

    /** A string that the pattern, in RE2 syntax, finds something in. */
    record Pattern(String pattern) implements Check {}

    /**
     * A list.
     *
     * @param first checks of its first items
     * @param rest check of the others
     * @param contains what some of the items are; null for nothing in particular
     * @param leastContained how many items at least are
     * @param mostContained how many items at most are
     */
    record Items(
            List<Check> first,
            Check rest,
            int minimum,
            int maximum,
            boolean isUnique,
            @Nullable Check contains,
            int leastContained,
            int mostContained)
            implements Check {
        /** Keeps a copy. */
        public Items {
            first = List.copyOf(first);
        }
    }

    /**
     * An object.
     *
     * @param members checks of members, where they are
     * @param required members that must be there
     * @param patterns checks of members whose names a pattern, in RE2 syntax, finds something in
     * @param rest check of members that neither names
     * @param names check of all names; null for none
     */
    record Members(
            Map<String, Check> members,
            List<String> required,
            Map<String, Check> patterns,
            Check rest,
            @Nullable Check names,
            int minimum,
            int maximum)
            implements Check {
        /** Keeps copies. */
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            required = List.copyOf(required);
            patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
        }
    }

    /** What holds for an object where it has a member. */
    record Dependent(Map<String, Check> checks) implements Check {
        /** Keeps a copy. */
        public Dependent {
            checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        }
    }

    /** All hold. */
    record All(List<Check> checks) implements Check {
        /** Keeps a copy. */
        public All {
            checks = List.copyOf(checks);
        }
    }

    /** At least one holds. */
    record Any(List<Check> checks) implements Check {
        /** Keeps a copy. */
        public Any {
            checks = List.copyOf(checks);
        }
    }

    /** Exactly one holds. */
    record One(List<Check> checks) implements Check {
        /** Keeps a copy. */
        public One {
            checks = List.copyOf(checks);
        }
    }

    /** Does not hold. */
    record Not(Check check) implements Check {}

    /** The second holds where the first does, else the third. */
    record If(Check condition, Check then, Check otherwise) implements Check {}

    /** The check of this index in {@link Plan#checks()}: for schemas that contain themselves. */
    record Reference(int index) implements Check {}

    /** Types of JSON Schema. */
    enum Kind {
        NULL,
        BOOLEAN,
        INTEGER,
        NUMBER,
        STRING,
        ARRAY,
        OBJECT
    }
}
