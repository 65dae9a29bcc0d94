package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.jsonschema.Flat.Conditional;
import java.util.List;
import java.util.Map;

/** Maps flat schemas; conditions on what is not an object make the whole part conditional. */
record Forms(SchemaMapper mapper) {
    /** Each doubles what is mapped. */
    private static final int MAX_CONDITIONS = 4;

    Node map(Flat flat, Ui ui, Part part, Defaults around) {
        ObjectValue schema = flat.schema();
        if (Types.of(new TypedObject(schema, mapper.findings())).equals(Types.OBJECT) || hasMembers(flat)) {
            return mapper.typed(object(flat), flat.conditionals(), ui, part, around);
        }
        return conditional(schema, flat.conditionals(), 0, ui, part, around);
    }

    /** A schema without type whose conditions name members is one of objects. */
    private static boolean hasMembers(Flat flat) {
        return !flat.schema().members().containsKey("type")
                && flat.conditionals().stream()
                        .anyMatch(each -> each.schema().members().containsKey("properties")
                                || each.opposite().members().containsKey("properties"));
    }

    private static ObjectValue object(Flat flat) {
        return flat.schema().members().containsKey("properties") || !hasMembers(flat)
                ? flat.schema()
                : Intersection.overlaid(
                        new ObjectValue(
                                flat.schema().place(),
                                Map.of(
                                        "properties",
                                        new ObjectValue(flat.schema().place(), Map.of()))),
                        flat.schema());
    }

    private Node conditional(
            ObjectValue schema, List<Conditional> conditionals, int at, Ui ui, Part part, Defaults around) {
        if (at >= Math.min(conditionals.size(), MAX_CONDITIONS)) {
            return mapper.typed(schema, List.of(), ui, part, around);
        }
        Conditional conditional = conditionals.get(at);
        Expression holds = new Conditions(mapper.checks())
                .holds(part.spot().members(), conditional.check(), new Constant.Members(Map.of()));
        ObjectValue then = Intersection.overlaid(schema, conditional.schema());
        ObjectValue otherwise = Intersection.overlaid(schema, conditional.opposite());
        return new Node.When(
                holds,
                List.of(conditional(then, conditionals, at + 1, ui, part, around)),
                List.of(conditional(otherwise, conditionals, at + 1, ui, part, around)));
    }
}
