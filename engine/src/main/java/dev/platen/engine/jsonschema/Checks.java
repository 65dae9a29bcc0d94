package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lowers JSON Schemas of one document to checks. Covers the assertions of drafts 4, 6, 7, 2019-09 and 2020-12; formats and
 * content are annotations and hold; what depends on what other keywords have evaluated holds, with a warning. Every schema
 * that is referred to is lowered once, however often that is, so that what is made is no larger than the document. Used by
 * one thread.
 */
public final class Checks {
    private static final Set<String> APPROXIMATED = Set.of("unevaluatedProperties", "unevaluatedItems");

    private final References references;
    private final Findings findings;
    private final IdentityHashMap<ObjectValue, Integer> indexes = new IdentityHashMap<>();
    private final List<ObjectValue> targets = new ArrayList<>();
    private final List<Check> lowered = new ArrayList<>();

    /**
     * Checks of the schemas of a document.
     *
     * @param root what references start from
     * @param stored other documents that it refers to
     * @param findings receives what cannot be lowered: dangling references as errors, the rest as warnings
     */
    public Checks(ObjectValue root, StoredDocuments stored, Findings findings) {
        this(new References(root, stored, findings), findings);
    }

    Checks(References references, Findings findings) {
        this.references = references;
        this.findings = findings;
    }

    /** Looks for the stored documents that only validation leads to. */
    public void followStored() {
        references.followStored();
    }

    /** The check of a schema, which may be a boolean; anything else holds for everything. */
    public Check of(Value schema) {
        return switch (schema) {
            case BooleanValue bool -> bool.isTrue() ? Check.ANYTHING : Check.NOTHING;
            case ObjectValue object -> ofObject(object);
            default -> Check.ANYTHING;
        };
    }

    /** What {@link Check.Reference} refers to, in all checks that were made so far. */
    public List<Check> references() {
        while (lowered.size() < targets.size()) {
            lowered.add(of(targets.get(lowered.size())));
        }
        return List.copyOf(lowered);
    }

    private Check ofObject(ObjectValue object) {
        List<Check> all = new ArrayList<>();
        if (References.isReference(object)) {
            references.target(object).ifPresent(target -> all.add(reference(target)));
            if (!references.readsBesideReferences()) {
                return all(all);
            }
        }
        TypedObject schema = new TypedObject(object, findings);
        type(schema, all);
        constants(schema, all);
        all.addAll(Assertions.ofNumbers(schema));
        all.addAll(Assertions.ofStrings(schema));
        new ListChecks(this, schema).addTo(all);
        new ObjectChecks(this, schema).addTo(all);
        combined(schema, all);
        APPROXIMATED.stream().filter(schema::has).forEach(name -> approximate(schema, name));
        return all(all);
    }

    private void approximate(TypedObject schema, String name) {
        schema.value(name)
                .filter(value -> !(value instanceof BooleanValue bool && bool.isTrue()))
                .ifPresent(value -> findings.warning(
                        value.place(),
                        "condition-approximated",
                        "'%s' is not looked at where a schema is a condition; say it with other keywords"
                                .formatted(name)));
    }

    static Check all(List<Check> checks) {
        return checks.size() == 1 ? checks.getFirst() : new Check.All(checks);
    }

    private Check.Reference reference(ObjectValue target) {
        return new Check.Reference(indexes.computeIfAbsent(target, schema -> {
            targets.add(schema);
            return targets.size() - 1;
        }));
    }

    private static void type(TypedObject schema, List<Check> all) {
        Set<Check.Kind> kinds = EnumSet.noneOf(Check.Kind.class);
        List<Value> names = schema.value("type").orElse(null) instanceof ArrayValue several
                ? several.items()
                : schema.value("type").map(List::of).orElse(List.of());
        for (Value name : names) {
            if (name instanceof StringValue text) {
                kind(text.text()).ifPresent(kinds::add);
            }
        }
        if (!kinds.isEmpty()) {
            all.add(new Check.Type(kinds));
        }
    }

    private static Optional<Check.Kind> kind(String name) {
        for (Check.Kind kind : Check.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static void constants(TypedObject schema, List<Check> all) {
        if (schema.value("enum").orElse(null) instanceof ArrayValue values) {
            List<Constant> constants =
                    values.items().stream().map(Constants::of).toList();
            all.add(new Check.Among(constants));
        }
        schema.value("const").ifPresent(value -> all.add(new Check.Among(List.of(Constants.of(value)))));
    }

    private void combined(TypedObject schema, List<Check> all) {
        each(schema, "allOf").ifPresent(all::addAll);
        each(schema, "anyOf").ifPresent(checks -> all.add(new Check.Any(checks)));
        each(schema, "oneOf").ifPresent(checks -> all.add(new Check.One(checks)));
        schema.value("not").ifPresent(not -> all.add(new Check.Not(of(not))));
        Optional<Value> condition = schema.value("if");
        if (condition.isPresent() && (schema.has("then") || schema.has("else"))) {
            all.add(new Check.If(of(condition.get()), at(schema, "then"), at(schema, "else")));
        }
    }

    /** The check of the schema that a keyword holds; of everything where the keyword is not there. */
    Check at(TypedObject schema, String keyword) {
        return schema.value(keyword).map(this::of).orElse(Check.ANYTHING);
    }

    /** The checks of a list of schemas. */
    Optional<List<Check>> each(TypedObject schema, String keyword) {
        return schema.value(keyword).filter(ArrayValue.class::isInstance).map(list -> ((ArrayValue) list)
                .items().stream().map(this::of).toList());
    }

    /** The checks of the schemas of an object, by name. */
    Map<String, Check> named(TypedObject schema, String keyword) {
        Map<String, Check> checks = new LinkedHashMap<>();
        if (schema.value(keyword).orElse(null) instanceof ObjectValue schemas) {
            schemas.members().forEach((name, value) -> checks.put(name, of(value)));
        }
        return checks;
    }
}
