package dev.platen.engine.jsonschema;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Check;
import dev.platen.engine.dialect.Effect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import dev.platen.engine.jsonschema.Resolution.Broken;
import dev.platen.engine.jsonschema.Resolution.Plain;
import dev.platen.engine.jsonschema.Resolution.Recursive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps schemas to parts of a form, from the root down. Used for one document. */
final class SchemaMapper {
    /** From so many parts on, what is referred to is called instead of put in place, so that forms stay linear. */
    private static final int PARTS_IN_PLACE = 3_000;

    private final References references;
    private final Resolver resolver;
    private final Routines routines;
    private final Findings findings;
    private final Budget budget;
    private final Checks checks;
    private final Set<ObjectValue> active = Collections.newSetFromMap(new IdentityHashMap<>());

    SchemaMapper(ObjectValue root, StoredDocuments stored, Findings findings, Limits limits) {
        this.references = new References(root, stored, findings);
        this.resolver = new Resolver(references, Cycles.from(root, references), findings);
        this.routines = new Routines();
        this.findings = findings;
        this.budget = new Budget(limits, findings);
        this.checks = new Checks(references, findings);
    }

    /** Looks for the stored documents that only validation leads to. */
    void followStored() {
        references.followStored();
    }

    /** Maps a schema where its surroundings put it. */
    Node map(Value value, Ui ui, Part part, Defaults around) {
        if (!(value instanceof ObjectValue schema)) {
            return untyped(value, part);
        }
        if (!budget.affords(schema, part)) {
            return nothing(part);
        }
        Ui own = schema.members().get(References.KEYWORD) instanceof StringValue name ? ui.over(name.text()) : ui;
        return switch (resolver.resolve(schema)) {
            case Plain plain -> plain(schema, plain.schema(), own, part, around);
            case Recursive recursive -> call(recursive.schema(), recursive.target(), own, part);
            case Broken broken -> nothing(part);
        };
    }

    private Node plain(ObjectValue schema, ObjectValue whole, Ui ui, Part part, Defaults around) {
        if (!References.isReference(schema)) {
            return flattened(whole, ui, part, around);
        }
        Optional<ObjectValue> target = references.target(schema);
        if (budget.parts() > PARTS_IN_PLACE && target.isPresent() && isStructured(whole)) {
            return call(whole, target.get(), ui, part);
        }
        return budget.affordsReading(whole) ? flattened(whole, ui, part, around) : nothing(part);
    }

    private static boolean isStructured(ObjectValue schema) {
        return List.of("properties", "items", "allOf", "anyOf", "oneOf", "additionalProperties").stream()
                .anyMatch(schema.members()::containsKey);
    }

    private static Node nothing(Part part) {
        return new Section(part.spot(), Words.NONE, State.PLAIN, List.of());
    }

    private Node untyped(Value value, Part part) {
        if (!(value instanceof Value.BooleanValue)) {
            findings.error(
                    value.place(),
                    TypedObject.WRONG_TYPE,
                    "a schema must be an object or a boolean, found " + value.kind());
        }
        return nothing(part);
    }

    private Node call(ObjectValue schema, ObjectValue target, Ui ui, Part place) {
        findings.did(Effect.PART_CALLED);
        TypedObject typed = new TypedObject(schema, findings);
        Part part = place.with(typed, ui);
        int component = resolver.cycles().componentOf(target).orElse(0);
        boolean isCountedByData = part.isItem() && part.spot().equals(Spot.SAME);
        boolean isOpen = isCountedByData || (component != 0 && part.component() != component);
        int routine = routines.indexOf(target, component);
        return new Call(part.spot(), routine, words(typed, ui, part), part.state(ui), isOpen);
    }

    /** Maps the schemas that are called, for all places from which they are; to be asked for last. */
    List<Node> bodies(Ui ui) {
        List<Node> bodies = new ArrayList<>();
        while (bodies.size() < routines.size()) {
            Routines.Routine routine = routines.get(bodies.size());
            bodies.add(body(routine, ui.none()));
        }
        return bodies;
    }

    @SuppressWarnings("ReferenceEquality") // that very schema, which is ours, not one that looks like it
    private Node body(Routines.Routine routine, Ui ui) {
        Part part = Part.root(Spot.SAME, routine.component());
        if (routine.schema() == AnyValue.ENTRY) {
            return new AnyValue(anyRoutine(), routines.indexOf(AnyValue.ITEM, 0)).entry();
        }
        if (routine.schema() == AnyValue.ITEM) {
            return new AnyValue(anyRoutine(), routines.indexOf(AnyValue.ITEM, 0)).item();
        }
        return switch (resolver.resolve(routine.schema())) {
            case Plain plain -> flattened(plain.schema(), ui, part, Defaults.NONE);
            case Recursive recursive -> flattened(recursive.schema(), ui, part, Defaults.NONE);
            case Broken broken -> nothing(part);
        };
    }

    /** The routine for entries of any type. */
    int anyRoutine() {
        return routines.indexOf(AnyValue.ENTRY, 0);
    }

    private Node flattened(ObjectValue schema, Ui ui, Part part, Defaults around) {
        Flat flat = flat(schema);
        if (flat.repeated().isPresent()) {
            return call(flat.schema(), flat.repeated().get(), ui, part);
        }
        List<ObjectValue> entered = flat.inlined().stream().filter(active::add).toList();
        Node node = new Forms(this).map(flat, ui, part, around);
        active.removeAll(entered);
        return node;
    }

    /** The schema without references and {@code allOf}. */
    Flat flat(ObjectValue schema) {
        return new Flattening(references, resolver.cycles(), checks, new Intersection(findings), active).of(schema);
    }

    /** Maps a schema whose conditions are settled. */
    Node typed(ObjectValue object, List<Flat.Conditional> conditionals, Ui ui, Part place, Defaults around) {
        TypedObject schema = new TypedObject(object, findings);
        Part part = place.with(schema, ui);
        Defaults initial =
                ui.options().value("initialValue").map(Defaults::given).orElseGet(() -> around.of(schema));
        String type = Types.of(schema);
        boolean isHidden = Widgets.asked(ui).equals("hidden")
                || (schema.isTrue("deprecated")
                        && ui.options().text("deprecatedHandling").orElse("").equals("hide"));
        if (isHidden) {
            return field(new Control.Concealed(), schema, ui, part, initial);
        }
        if (type.equals(Types.OBJECT) && LayoutGrid.isAsked(ui)) {
            return new LayoutGrid(this, schema, ui, part, initial).map();
        }
        if (type.equals(Types.OBJECT)) {
            return new Sections(this, schema, ui, part, initial).map(conditionals);
        }
        if (Alternatives.has(schema)) {
            return new Alternatives(this, schema, ui, part, initial).alone();
        }
        return switch (type) {
            case Types.ARRAY -> new Lists(this).map(schema, ui, part, initial);
            case Types.STRING, Types.NUMBER, Types.INTEGER, Types.BOOLEAN ->
                field(Fields.control(type, schema, ui), schema, ui, part, initial);
            case Types.NULL -> nothing(part);
            default ->
                schema.has("type") || object.members().isEmpty()
                        ? nothing(part)
                        : notice(schema, ui, part, "type-unknown", "no type can be told; add 'type'");
        };
    }

    /** Says that there is no control. */
    Notice notice(TypedObject schema, Ui ui, Part part, String code, String message) {
        findings.warning(schema.place(), code, message);
        return new Notice(part.spot(), words(schema, ui, part), "This value cannot be edited here.");
    }

    /** One value. */
    Node field(Control control, TypedObject schema, Ui ui, Part part, Defaults initial) {
        List<Check.Kind> kinds = Types.kinds(schema);
        List<Literal> literals = initial.literals(Types.of(schema).equals(Types.ARRAY));
        boolean isOpenBoolean = part.isRequired() && kinds.equals(List.of(Check.Kind.BOOLEAN)) && literals.isEmpty();
        return new Field(
                part.spot(),
                words(schema, ui, part),
                control,
                part.state(ui),
                isOpenBoolean ? List.of(Types.literal(false)) : literals,
                kinds,
                ui.options().value("emptyValue").flatMap(Types::literal).orElse(null));
    }

    /** Whether there is anything left of what the document may take. */
    boolean isAffordable() {
        return !budget.isExhausted();
    }

    Checks checks() {
        return checks;
    }

    Findings findings() {
        return findings;
    }

    /** What people read: of the uiSchema, else of the schema, else of the surroundings. */
    static Words words(TypedObject schema, Ui ui, Part part) {
        TypedObject options = ui.options();
        Optional<String> own = options.text("title")
                .filter(title -> !title.isEmpty())
                .or(() -> schema.text("title"))
                .filter(title -> !title.isEmpty());
        boolean isMarked = schema.isTrue("deprecated")
                && options.text("deprecatedHandling").orElse("label").equals("label");
        String title = own.orElse(part.title());
        return new Words(
                isMarked ? title + " (deprecated)" : title,
                part.isKeyed(),
                own.isEmpty() ? part.numbers() : 0,
                !options.isFalse("label"),
                options.text("description").or(() -> schema.text("description")).orElse(""),
                options.value("help").flatMap(Types::literal).map(Literal::text).orElse(""),
                options.value("placeholder")
                        .flatMap(Types::literal)
                        .map(Literal::text)
                        .orElse(""),
                options.isTrue("enableMarkdownInDescription"),
                options.isTrue("enableMarkdownInHelp"));
    }
}
