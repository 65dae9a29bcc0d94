package dev.platen.engine.compile;

import dev.platen.contract.id.Digest;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.dialect.Effect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What passes did, in words. */
final class Effects {
    private static final String NOTHING = "nothing to do";

    private Effects() {}

    static String parsed(Value root, int bytes) {
        return counted(values(root), "value") + " in " + counted(bytes, "byte");
    }

    private static int values(Value value) {
        return switch (value) {
            case ObjectValue object ->
                1 + object.members().values().stream().mapToInt(Effects::values).sum();
            case ArrayValue array ->
                1 + array.items().stream().mapToInt(Effects::values).sum();
            case Value.StringValue _, Value.NumberValue _, Value.BooleanValue _, Value.NullValue _ -> 1;
        };
    }

    static String depending(int parts) {
        return parts == 0 ? NOTHING : counted(parts, "part") + " whose buttons change what others show";
    }

    static String resolved(Findings findings) {
        return listed(
                some(findings.count(Effect.REFERENCE_FOLLOWED), "reference", " followed"),
                some(findings.count(Effect.PART_CALLED), "part", " called instead of put in place"),
                some(findings.count(Effect.COMPONENT_UNFOLDED), "component", " of the document put in place"));
    }

    static String flattened(Findings findings) {
        return listed(
                some(findings.count(Effect.MERGED), "part", " merged into what inherits it"),
                some(findings.count(Effect.CONDITION_SET_APART), "condition", " set apart"));
    }

    static String expressions(Findings findings) {
        int read = findings.count(Effect.EXPRESSION_READ);
        int kept = findings.count(Effect.EXPRESSION_KEPT);
        return read == 0
                ? NOTHING
                : "%s read, %s folded, %s lowered to operators of the plan, %s kept as CEL"
                        .formatted(
                                counted(read, "expression"),
                                findings.count(Effect.EXPRESSION_FOLDED),
                                read - kept,
                                kept);
    }

    static String mapped(Form form) {
        Map<String, Integer> kinds = new TreeMap<>();
        count(form.root(), kinds);
        form.routines().forEach(routine -> count(routine, kinds));
        List<String> texts = kinds.entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .toList();
        return counted(Forms.parts(form), "part") + ": " + String.join(", ", texts);
    }

    private static void count(Node node, Map<String, Integer> kinds) {
        kinds.merge(node.getClass().getSimpleName(), 1, Integer::sum);
        Inner.of(node).forEach(inner -> count(inner, kinds));
    }

    static String folded(Folded.Result folded) {
        return folded.conditions() == 0
                ? NOTHING
                : "%s of %s known".formatted(folded.decided(), counted(folded.conditions(), "condition"));
    }

    static String dropped(Form before, WithoutDeadParts.Result after) {
        return listed(
                some(after.decided(), "condition", " decided"),
                some(after.dropped(), "part", " never shown"),
                parts(before, after.form()));
    }

    /** How a pass changed the number of parts; empty where it did not. */
    static String parts(Form before, Form after) {
        int first = Forms.parts(before);
        int second = Forms.parts(after);
        return first == second ? NOTHING : "%s parts, now %s".formatted(first, second);
    }

    static String routines(Form before, Form after) {
        int dropped = before.routines().size() - after.routines().size();
        return dropped == 0 ? NOTHING : counted(dropped, "routine") + " that nothing calls, " + parts(before, after);
    }

    static String toldApart(Form form) {
        return listed(some(DistinctIds.distinguished(form), "id", " changed, which another part has"));
    }

    static String bounded(Form form, Limits limits) {
        return "%s of at most %s parts without data".formatted(Unfolding.parts(form), limits.planNodes());
    }

    static String emitted(Plan plan) {
        int instructions = 0;
        for (int at = 0; at < plan.code().length; at += 1 + Op.operands(plan.code()[at])) {
            instructions++;
        }
        return listed(
                counted(instructions, "instruction"),
                counted(plan.segments().length, "byte") + " of fixed text",
                counted(plan.names().size(), "name"),
                some(plan.expressions().size(), "expression", ""),
                some(plan.choices().size(), "choice", ""),
                some(plan.alternatives().size(), "alternative", ""),
                some(plan.checks().size(), "shared check", ""),
                some(plan.routines().size(), "routine", ""));
    }

    static String encoded(int bytes, Digest digest) {
        return counted(bytes, "byte") + ", SHA-256 " + digest.hex().substring(0, 12);
    }

    static String weighed(Cost cost) {
        return "%s steps and %s bytes without data".formatted(cost.fixedSteps(), cost.fixedBytes());
    }

    private static String listed(String... texts) {
        List<String> said = new ArrayList<>(List.of(texts));
        said.removeIf(text -> text.isEmpty() || text.equals(NOTHING));
        return said.isEmpty() ? NOTHING : String.join(", ", said);
    }

    private static String some(int count, String thing, String what) {
        return count == 0 ? "" : counted(count, thing) + what;
    }

    private static String counted(int count, String thing) {
        return count == 1 ? "1 " + thing : count + " " + thing + "s";
    }
}
