package dev.platen.engine.component;

import dev.platen.engine.component.Registered.Entry;
import dev.platen.engine.dialect.Effect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments.Found;
import dev.platen.engine.expression.Bindings.Argument;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps the components of one document to parts of a page. Not thread-safe. */
final class Mapping {
    private static final String CONTENT = "content";
    private static final String SLOT = "slot";

    private final Findings findings;
    private final Definitions definitions;
    private final Inheritance inheritance;
    private final Values values;
    private final PropertyCheck check;
    private final Loops loops;
    private final PageParts page;

    Mapping(Definitions definitions, PageParts page, Findings findings) {
        this.page = page;
        this.findings = findings;
        this.definitions = definitions;
        this.inheritance = new Inheritance(definitions, page, findings);
        this.values = new Values(findings, page.limits());
        this.check = new PropertyCheck(findings);
        this.loops = new Loops(values, findings, page.room()::takes);
    }

    Values values() {
        return values;
    }

    PageForm form() {
        return page.form();
    }

    Loops loops() {
        return loops;
    }

    Findings findings() {
        return findings;
    }

    /** A number that nothing else in the page has. */
    int number() {
        return page.room().nextNumber();
    }

    List<Node> all(List<Value> children, Placement at) {
        return children.stream().flatMap(child -> one(child, at).stream()).toList();
    }

    /** What a document inherits from a stored one is mapped as the stored one means it. */
    List<Node> one(Value child, Placement at) {
        Mapping owner = owner(child);
        return owner.oneOfItsOwn(child, at);
    }

    private Mapping owner(Value value) {
        return page.registered().around(value, page).map(Entry::mapping).orElse(this);
    }

    private List<Node> oneOfItsOwn(Value child, Placement at) {
        if (!page.room().takes(child)) {
            return List.of();
        }
        if (Values.isExpression(child)) {
            return values.content(child, at).map(Mapping::shown).orElse(List.of());
        }
        return switch (child) {
            case ObjectValue object ->
                inheritance
                        .of(object)
                        .map(component -> component(component, at))
                        .orElse(List.of());
            case ArrayValue array -> all(array.items(), at);
            case NullValue _ -> List.of();
            case Value.StringValue _, Value.NumberValue _, Value.BooleanValue _ ->
                values.content(child, at).map(Mapping::shown).orElse(List.of());
        };
    }

    private static List<Node> shown(Content content) {
        return List.of(new Node.Shown(content));
    }

    /** What is loaded late is around what is repeated, and that around what is conditional, which can then see the item. */
    List<Node> component(Component component, Placement at) {
        boolean isLazy = component.member("lazy").orElse(null) instanceof Value.BooleanValue flag && flag.isTrue();
        if (!isLazy) {
            return repeated(component, at);
        }
        String name = component.text("id").filter(Ids::isId).orElse("part") + "-"
                + page.room().nextNumber();
        Words words = component.props().get("title") instanceof Value.StringValue title
                ? Words.titled(title.text())
                : Words.NONE;
        return List.of(new Node.Lazy(name, words, repeated(component, at)));
    }

    private List<Node> repeated(Component component, Placement at) {
        Optional<Value> each = component.member("each");
        if (each.isEmpty()) {
            return conditional(component, at);
        }
        return loops.over(each.get(), at, List.of(), inside -> conditional(component, inside));
    }

    private List<Node> conditional(Component component, Placement at) {
        Optional<Value> when = component.member("when");
        if (when.isEmpty()) {
            return identified(component, at);
        }
        return values.condition(when.get(), at)
                .map(condition -> List.<Node>of(new Node.When(condition, identified(component, at), List.of())))
                .orElse(List.of());
    }

    private List<Node> identified(Component component, Placement at) {
        return page.anchors().identified(component, at, plain(component, at));
    }

    private List<Node> plain(Component component, Placement at) {
        String type = component.type();
        Optional<Blueprint> blueprint = Library.find(type);
        if (blueprint.isPresent()) {
            Map<String, Value> props = check.checked(type, blueprint.get().properties(), component);
            return blueprint
                    .get()
                    .builder()
                    .build(new Props(component.place(), props, values, at), component.children(), at, this);
        }
        if (type.equals(SLOT)) {
            String name = component.props().get("name") instanceof Value.StringValue text ? text.text() : CONTENT;
            List<Node> filled = at.slots().getOrDefault(name, List.of());
            return filled.isEmpty() ? all(component.children(), at) : filled;
        }
        Mapping owner = component.member("type").map(this::owner).orElse(this);
        Optional<ObjectValue> own = owner.definitions.component(type);
        return own.isPresent()
                ? use(component, own.get(), at, owner, owner.definitions.qualified(type))
                : stored(component, type, at);
    }

    private List<Node> stored(Component component, String type, Placement at) {
        Place place = component.member("type").map(Value::place).orElse(component.place());
        Found found = page.registered().find(type, place);
        if (found instanceof Found.Unfit) {
            return List.of();
        }
        Optional<Entry> entry =
                found instanceof Found.Stored(Value root) ? page.registered().entry(root, page) : Optional.empty();
        if (entry.isEmpty()) {
            unknown(component, type);
            return List.of();
        }
        return use(component, entry.get().component(), at, entry.get().mapping(), type);
    }

    private void unknown(Component component, String type) {
        List<String> names = new ArrayList<>(Library.names());
        names.addAll(definitions.names());
        findings.error(
                component.member("type").map(Value::place).orElse(component.place()),
                "unknown-component",
                type.isEmpty()
                        ? "a component needs a 'type', such as 'text'"
                        : "there is no component '%s'%s; it is not in the library, not in '$defs', and not stored under that name"
                                .formatted(type, Suggestion.among(names, type)));
    }

    private List<Node> use(Component component, ObjectValue definition, Placement at, Mapping owner, String name) {
        String type = component.type();
        if (at.within().contains(name)) {
            findings.error(
                    component.place(),
                    "component-cycle",
                    "the component '%s' contains itself, by way of %s; break the cycle"
                            .formatted(name, String.join(", ", at.within())));
            return List.of();
        }
        Optional<Component> body = owner.inheritance.of(definition);
        if (body.isEmpty()) {
            return List.of();
        }
        findings.did(Effect.COMPONENT_UNFOLDED);
        Map<String, Argument> given = new Parameters(values, findings).given(body.get(), component, type, at);
        Placement inside = at.inside(name, at.bindings().with(given), slots(component, at));
        return owner.component(body.get(), inside);
    }

    private Map<String, List<Node>> slots(Component component, Placement at) {
        Map<String, List<Node>> slots = new LinkedHashMap<>();
        for (Value child : component.children()) {
            String name = child instanceof ObjectValue object
                            && object.member(SLOT).orElse(null) instanceof Value.StringValue slot
                    ? slot.text()
                    : CONTENT;
            slots.computeIfAbsent(name, key -> new ArrayList<>()).addAll(one(child, at));
        }
        return slots;
    }
}
