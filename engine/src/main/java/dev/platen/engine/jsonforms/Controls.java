package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Maps controls to parts of a form. Used for one document. */
final class Controls {
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "null", "object", "array");
    private static final Set<String> SINGLE_TYPES = Set.of("string", "number", "integer", "boolean");
    private static final int RAW_ROWS = 5;

    private final Elements elements;
    private final Document document;
    private final Scopes scopes;
    private final Texts texts;
    private final Choices choices;
    private final Findings findings;
    private final Routines routines = new Routines();
    private final Lists lists;
    private final Combined combined;

    Controls(Elements elements, Document document, Scopes scopes, Texts texts, Findings findings) {
        this.elements = elements;
        this.document = document;
        this.scopes = scopes;
        this.texts = texts;
        this.choices = new Choices(texts);
        this.findings = findings;
        this.lists = new Lists(this, texts, choices);
        this.combined = new Combined(this, document, texts);
    }

    /** The schemas that contain themselves. */
    Routines routines() {
        return routines;
    }

    /** Maps a control, or a list with details. */
    Node map(Typed control, Surroundings around, boolean hasDetails) {
        String scope = control.text("scope").orElse("");
        Optional<ObjectValue> found = scope.isEmpty() ? Optional.empty() : scopes.find(around.schema(), scope);
        if (found.isEmpty()) {
            return elements.notice(control.place(), "the scope '%s' leads to no schema".formatted(scope));
        }
        ObjectValue pointed = scopes.written(around.schema(), scope).orElse(found.get());
        Pointed what = pointed(control, pointed, Scopes.members(scope), isRequired(scope, around), around);
        return hasDetails ? lists.withDetails(what) : map(what, pointed);
    }

    /** What a control points at, where that is known. */
    Pointed pointed(Typed control, ObjectValue raw, List<String> members, boolean isRequired, Surroundings around) {
        Typed schema = new Typed(scopes.resolved(raw).schema(), findings);
        Typed options = new Typed(document.options(control), findings);
        String label = Pointed.ownLabel(control)
                .or(() -> schema.text("title"))
                .orElseGet(
                        () -> StartCase.of(Scopes.lastStep(control.text("scope").orElse(""))));
        List<String> path = around.within(schema.object(), members).path();
        texts.keyed(Texts.prefix(control, schema, path) + ".label", label);
        return new Pointed(
                control, options, schema, members, isRequired, label, Pointed.isShown(control), false, around);
    }

    /** The part of what is pointed at; the schema as it is written tells whether it contains itself. */
    Node map(Pointed pointed, ObjectValue raw) {
        return called(pointed, raw).orElseGet(() -> typed(opening(pointed, raw)));
    }

    /** The part once more, where a schema is within itself. */
    Optional<Node> called(Pointed pointed, ObjectValue raw) {
        return scopes.resolved(raw)
                .target()
                .filter(target ->
                        pointed.around().open().contains(target.place().pointer()) && isNested(pointed))
                .map(target -> new Call(
                        pointed.spot(),
                        routines.indexOf(target),
                        pointed.words(texts),
                        pointed.state(false),
                        pointed.isNumbered()));
    }

    /** The same while its schema, where it is referred to, is being unfolded. */
    Pointed opening(Pointed pointed, ObjectValue raw) {
        return scopes.resolved(raw)
                .target()
                .map(target -> pointed.opening(target.place().pointer()))
                .orElse(pointed);
    }

    /** The part that a schema that contains itself is, wherever it is called. */
    Node body(ObjectValue schema) {
        Surroundings around =
                Surroundings.routine(schema).opening(schema.place().pointer());
        Typed nothing = new Typed(Typed.nothing(schema.place()), findings);
        return typed(pointed(nothing, schema, List.of(), false, around));
    }

    private static boolean isNested(Pointed pointed) {
        Set<String> types = pointed.types();
        return types.isEmpty() || types.contains("object") || types.contains("array");
    }

    private Node typed(Pointed pointed) {
        List<Choosable> options =
                choices.of(pointed.schema(), Texts.prefix(pointed.control(), pointed.schema(), pointed.path()));
        if (!options.isEmpty()) {
            return field(pointed, Single.choice(options, pointed), Single.kinds(known(pointed.types())), List.of());
        }
        if (Combined.isCombined(pointed.schema())) {
            return combined.map(pointed);
        }
        Set<String> types = known(pointed.types());
        if (types.equals(Set.of("object")) && pointed.schema().has("properties")) {
            ObjectValue detail = detail(pointed, "VerticalLayout");
            return object(pointed, inside -> List.of(elements.map(detail, inside)));
        }
        if (types.equals(Set.of("array")) && pointed.schema().has("items")) {
            return lists.map(pointed);
        }
        boolean isSingle = !types.isEmpty() && SINGLE_TYPES.containsAll(types);
        Control control = isSingle ? Single.of(types, pointed) : new Control.Raw(RAW_ROWS);
        return field(pointed, control, Single.kinds(types), initial(pointed));
    }

    private static Set<String> known(Set<String> types) {
        return TYPES.containsAll(types) ? types : Set.of();
    }

    /** A scale has no place for nothing; every other control does. */
    private static List<Literal> initial(Pointed pointed) {
        return Single.isOnScale(pointed)
                ? pointed.schema()
                        .value("default")
                        .flatMap(Literals::of)
                        .map(List::of)
                        .orElse(List.of())
                : List.of();
    }

    /** A box that must be ticked is not what a required boolean means. */
    Node field(Pointed pointed, Control control, List<Check.Kind> kinds, List<Literal> initial) {
        boolean isRequired = pointed.isRequired() && !(control instanceof Control.Box);
        Words words = pointed.words(texts);
        boolean isEmptyNamed =
                control instanceof Control.Menu && words.placeholder().isEmpty();
        return new Field(
                pointed.spot(),
                isEmptyNamed ? words.withPlaceholder(texts.ofEmptyOption()) : words,
                control,
                pointed.state(isRequired),
                initial,
                kinds,
                null);
    }

    /** An object; what is not a member of another is already there, and is no more than a group. */
    Node object(Pointed pointed, Function<Surroundings, List<Node>> parts) {
        if (pointed.members().isEmpty()) {
            return Markup.group(pointed.label(), pointed.isLabelShown(), parts.apply(inside(pointed)));
        }
        return Lists.settled(pointed, local -> {
            Surroundings beneath = local.around()
                    .beneath(local.schema().object(), local.members())
                    .readOnlyBy(isLocked(local));
            return new Section(
                    local.spot(),
                    local.words(texts),
                    local.state(local.isRequired()),
                    local.presence(),
                    parts.apply(beneath));
        });
    }

    /** What is around the members of an object, which has no part of its own. */
    Surroundings inside(Pointed pointed) {
        return pointed.around()
                .within(pointed.schema().object(), pointed.members())
                .readOnlyBy(isLocked(pointed));
    }

    private static Expression isLocked(Pointed pointed) {
        return Logic.known(pointed.options().isTrue("readonly")
                || pointed.options().isTrue("readOnly")
                || pointed.schema().isTrue("readOnly"));
    }

    /** The layout of an object: the one that the control brings, one that is registered, or a generated one. */
    ObjectValue detail(Pointed pointed, String layout) {
        Optional<Value> detail = pointed.control().objectAt("options").flatMap(options -> options.member("detail"));
        if (detail.isPresent() && detail.get() instanceof ObjectValue own) {
            return own;
        }
        boolean isNamed = detail.isPresent()
                && detail.get() instanceof Value.StringValue name
                && !name.text().matches("GENERATED?|DEFAULT");
        Optional<ObjectValue> registered = isNamed ? document.registered(detail.get(), findings) : Optional.empty();
        return registered.orElseGet(() -> Generated.layout(pointed.schema(), layout));
    }

    Node element(Value element, Surroundings around) {
        return elements.map(element, around);
    }

    /** Whether the schema around the one that a scope names requires it. */
    private boolean isRequired(String scope, Surroundings around) {
        return Scopes.around(scope)
                .flatMap(parent -> scopes.find(around.schema(), parent))
                .map(parent -> new Typed(parent, findings).texts("required"))
                .map(names -> names.contains(Scopes.lastStep(scope)))
                .orElse(false);
    }

    /** Controls of all properties of a schema that is seen as one among several. */
    List<Node> properties(Typed schema, Surroundings around) {
        List<Node> nodes = new ArrayList<>();
        Generated.controls(schema).forEach(control -> nodes.add(elements.map(control, around)));
        return nodes;
    }
}
