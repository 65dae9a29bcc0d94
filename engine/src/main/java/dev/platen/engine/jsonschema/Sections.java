package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.engine.html.Ids;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.When;
import dev.platen.engine.ir.Presence;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.jsonschema.Flat.Conditional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps the schema of an object: its members, those of its conditions, its entries and its alternatives. */
record Sections(SchemaMapper mapper, TypedObject schema, Ui ui, Part part, Defaults initial) {
    /** How many conditions may bear on one member; each doubles what is mapped. */
    private static final int MAX_CONDITIONS = 4;

    Node map(List<Conditional> conditionals) {
        Map<String, Value> own = properties(schema.object());
        schema.texts("required"); // findings where it is no list of names
        boolean isChoiceOnly = Alternatives.has(schema) && own.isEmpty() && conditionals.isEmpty();
        if (isChoiceOnly && !Entries.has(schema)) {
            return new Alternatives(mapper, schema, ui, part, initial).alone();
        }
        Constant defaults = conditionals.isEmpty() ? new Constant.Members(Map.of()) : defaults(own);
        Set<String> names = new LinkedHashSet<>(own.keySet());
        conditionals.forEach(each -> {
            names.addAll(properties(each.schema()).keySet());
            names.addAll(properties(each.opposite()).keySet());
        });
        List<Node> children = new ArrayList<>();
        for (String name : Order.of(own.keySet(), names, ui)) {
            member(name, own.get(name), conditionals, defaults).ifPresent(children::add);
        }
        if (Entries.has(schema)) {
            children.add(new Entries(mapper, schema, ui, part).map(names));
        }
        children.addAll(alternatives(conditionals, defaults));
        Presence presence = part.presence(Types.OBJECT, ui);
        return new Section(part.spot(), SchemaMapper.words(schema, ui, part), part.state(ui), presence, children);
    }

    private List<Node> alternatives(List<Conditional> conditionals, Constant defaults) {
        List<Node> nodes = new ArrayList<>();
        if (Alternatives.has(schema)) {
            nodes.add(new Alternatives(mapper, schema, ui, part, initial).within());
        }
        for (Conditional conditional : conditionals) {
            TypedObject then = new TypedObject(conditional.schema(), schema.findings());
            if (Alternatives.has(then) && !Alternatives.has(schema)) {
                Node choice = new Alternatives(mapper, then, ui, part, initial).within();
                nodes.add(new When(holds(conditional, defaults), List.of(choice), List.of()));
            }
        }
        return nodes;
    }

    /** What the form shows in the members where there is no data, as far as that is plain to see. */
    private Constant defaults(Map<String, Value> own) {
        Map<String, Constant> members = new LinkedHashMap<>();
        own.forEach((name, value) -> {
            if (value instanceof ObjectValue object) {
                TypedObject member = new TypedObject(mapper.flat(object).schema(), schema.findings());
                initial.member(name).of(member).value().ifPresent(given -> members.put(name, Constants.of(given)));
            }
        });
        return new Constant.Members(members);
    }

    private Optional<Node> member(String name, @Nullable Value own, List<Conditional> conditionals, Constant defaults) {
        if (own != null && !(own instanceof ObjectValue)) {
            mapper.map(own, ui.none(), part, Defaults.NONE); // a finding, unless it is a boolean
        }
        List<Conditional> bearing = conditionals.stream()
                .filter(each -> bears(each.schema(), name) || bears(each.opposite(), name))
                .limit(MAX_CONDITIONS)
                .toList();
        ObjectValue object = own instanceof ObjectValue given ? given : null;
        return member(name, object, requires(schema.object(), name), bearing, defaults);
    }

    private Optional<Node> member(
            String name, @Nullable ObjectValue own, boolean isRequired, List<Conditional> bearing, Constant defaults) {
        if (bearing.isEmpty()) {
            return own == null ? Optional.empty() : Optional.of(member(name, own, isRequired));
        }
        Conditional first = bearing.getFirst();
        List<Conditional> rest = bearing.subList(1, bearing.size());
        Optional<Node> then = branch(name, own, isRequired, first.schema(), rest, defaults);
        Optional<Node> otherwise = branch(name, own, isRequired, first.opposite(), rest, defaults);
        return then.isEmpty() && otherwise.isEmpty()
                ? Optional.empty()
                : Optional.of(new When(
                        holds(first, defaults),
                        then.map(List::of).orElse(List.of()),
                        otherwise.map(List::of).orElse(List.of())));
    }

    private Optional<Node> branch(
            String name,
            @Nullable ObjectValue own,
            boolean isRequired,
            ObjectValue condition,
            List<Conditional> rest,
            Constant defaults) {
        ObjectValue over = properties(condition).get(name) instanceof ObjectValue object ? object : null;
        ObjectValue whole = own == null || over == null ? (own == null ? over : own) : Intersection.overlaid(own, over);
        return member(name, whole, isRequired || requires(condition, name), rest, defaults);
    }

    private Expression holds(Conditional conditional, Constant defaults) {
        return new Conditions(mapper.checks()).holds(List.of(), conditional.check(), defaults);
    }

    private Node member(String name, ObjectValue property, boolean isRequired) {
        Part member = part.member(new Spot(name, "_" + Ids.encoded(name)), name, isRequired);
        return mapper.map(property, ui.member(name), member, initial.member(name));
    }

    private static boolean bears(ObjectValue condition, String name) {
        return properties(condition).get(name) instanceof ObjectValue || requires(condition, name);
    }

    private static boolean requires(ObjectValue condition, String name) {
        return ObjectChecks.texts(condition.members().get("required")).contains(name);
    }

    private static Map<String, Value> properties(ObjectValue schema) {
        return schema.members().get("properties") instanceof ObjectValue properties ? properties.members() : Map.of();
    }
}
