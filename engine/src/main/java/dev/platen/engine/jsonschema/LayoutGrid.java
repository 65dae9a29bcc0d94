package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Role;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.Ids;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.Tagged;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays the members of an object out in a grid, as {@code ui:layoutGrid} says. */
record LayoutGrid(SchemaMapper mapper, TypedObject schema, Ui ui, Part part, Defaults initial) {
    private static final String FIELD = "LayoutGridField";

    /** Whether the uiSchema asks for a grid. */
    static boolean isAsked(Ui ui) {
        return ui.options().value("field").orElse(null) instanceof StringValue field
                && field.text().equals(FIELD)
                && ui.options().value("layoutGrid").orElse(null) instanceof ObjectValue;
    }

    Node map() {
        List<Node> children = ui.options().value("layoutGrid").map(this::nodes).orElse(List.of());
        return new Section(part.spot(), Words.NONE, part.state(ui), children);
    }

    private List<Node> nodes(Value value) {
        return switch (value) {
            case StringValue path -> field(path.text(), ui.none().node());
            case ObjectValue object -> nodes(object);
            default -> List.of();
        };
    }

    private List<Node> nodes(ObjectValue object) {
        for (Map.Entry<String, Value> member : object.members().entrySet()) {
            Value grid = member.getValue();
            switch (member.getKey()) {
                case "ui:row":
                    return List.of(box(Role.GRID, grid, children(grid)));
                case "ui:col":
                    return List.of(box(Role.GRID_CELL, grid, children(grid)));
                case "ui:columns":
                    return items(grid).stream()
                            .map(child -> box(Role.GRID_CELL, grid, nodes(child)))
                            .toList();
                case "ui:condition":
                    return List.of(new Node.When(condition(grid), children(grid), List.of()));
                default:
                    break;
            }
        }
        return object.members().get("name") instanceof StringValue name ? field(name.text(), object) : List.of();
    }

    private List<Node> children(Value grid) {
        List<Node> children = new ArrayList<>();
        items(grid).forEach(child -> children.addAll(nodes(child)));
        return children;
    }

    private static List<Value> items(Value grid) {
        return switch (grid) {
            case ArrayValue list -> list.items();
            case ObjectValue object when object.members().get("children") instanceof ArrayValue list -> list.items();
            default -> List.of();
        };
    }

    private static Node box(Role role, Value grid, List<Node> children) {
        String classes =
                grid instanceof ObjectValue object && object.members().get("className") instanceof StringValue text
                        ? text.text()
                        : "";
        return new Tagged(
                Element.DIV, List.of(new Attributed(Attribute.CLASS, new Content.Classes(role, classes))), children);
    }

    /** A member, or one further in by a dotted path, with options of its own. */
    private List<Node> field(String path, ObjectValue options) {
        List<String> names = List.of(path.split("\\."));
        ObjectValue at = schema.object();
        Ui own = ui;
        Defaults defaults = initial;
        boolean isRequired = false;
        StringBuilder id = new StringBuilder();
        for (String name : names) {
            ObjectValue flat = mapper.flat(at).schema();
            Optional<Value> next = flat.member("properties")
                    .filter(ObjectValue.class::isInstance)
                    .flatMap(properties -> ((ObjectValue) properties).member(name));
            if (next.isEmpty() || !(next.get() instanceof ObjectValue property)) {
                return List.of();
            }
            isRequired = ObjectChecks.texts(flat.members().get("required")).contains(name);
            at = property;
            own = own.member(name);
            defaults = defaults.member(name);
            id.append('_').append(Ids.encoded(name));
        }
        Part member = part.member(new Spot(names, id.toString()), names.getLast(), isRequired);
        return List.of(mapper.map(at, own.with(prefixed(options)), member, defaults));
    }

    /** What stands beside the name is an option of the field, without prefix. */
    private static ObjectValue prefixed(ObjectValue options) {
        Map<String, Value> members = new LinkedHashMap<>();
        options.members().forEach((name, value) -> {
            if (!name.equals("name") && !name.equals("render")) {
                members.put(name.startsWith("ui:") ? name : "ui:" + name, value);
            }
        });
        return new ObjectValue(options.place(), members);
    }

    private Expression condition(Value grid) {
        if (!(grid instanceof ObjectValue object)) {
            return Expression.TRUE;
        }
        TypedObject members = new TypedObject(object, ui.findings());
        Constant value = members.value("value").map(Constants::of).orElse(new Constant.Items(List.of()));
        List<Constant> values = value instanceof Constant.Items list ? list.items() : List.of(value);
        List<String> path = List.of(members.text("field").orElse("").split("\\."));
        Check among = new Check.Among(values);
        Check some = new Check.Any(List.of(among, containing(among)));
        Check check =
                switch (members.text("operator").orElse("all")) {
                    case "some" -> some;
                    case "none" -> new Check.Not(some);
                    default -> same(values);
                };
        return new Expression.Holds(Expression.Path.here(path), check);
    }

    private static Check same(List<Constant> values) {
        List<Check> all = new ArrayList<>();
        Check among = new Check.Among(values);
        all.add(new Check.Items(List.of(), among, 0, Integer.MAX_VALUE, false, null, 0, Integer.MAX_VALUE));
        values.forEach(value -> all.add(containing(new Check.Among(List.of(value)))));
        return values.size() == 1 ? new Check.Any(List.of(among, new Check.All(all))) : new Check.All(all);
    }

    private static Check containing(Check item) {
        return new Check.All(List.of(
                new Check.Type(Set.of(Check.Kind.ARRAY)),
                new Check.Items(List.of(), Check.ANYTHING, 0, Integer.MAX_VALUE, false, item, 1, Integer.MAX_VALUE)));
    }
}
