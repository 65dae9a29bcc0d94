package dev.platen.engine.compile;

import dev.platen.engine.ir.Control.Boxes;
import dev.platen.engine.ir.Control.Radios;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pass that tells parts apart whose ids would be the same, such as {@code a_b} and {@code b} within {@code a}, by putting
 * a tilde and a number before the later one: at its beginning, because a call claims all ids that begin like its own.
 */
final class DistinctIds {
    private static final String DISTINCTION = "~";

    private final IdRegister register = new IdRegister();
    /** How often each id was distinguished, so that many of the same do not all begin to count at one. */
    private final Map<String, Integer> distinctions = new HashMap<>();

    private final List<RoutineIds> routineIds;

    private DistinctIds(List<RoutineIds> routineIds) {
        this.routineIds = routineIds;
    }

    static Form of(Form form) {
        List<RoutineIds> ids = form.routines().stream().map(RoutineIds::of).toList();
        List<Node> routines =
                form.routines().stream().map(routine -> routine(routine, ids)).toList();
        Node root = new DistinctIds(ids).distinct(form.root(), "");
        return new Form(form.title(), root, routines, form.submit(), form.data());
    }

    /** The ids of a routine are added to that of its call, which is one of them, and here is nothing. */
    private static Node routine(Node routine, List<RoutineIds> ids) {
        DistinctIds distinct = new DistinctIds(ids);
        distinct.register.add("");
        return distinct.distinct(routine, "");
    }

    private Node distinct(Node node, String around) {
        Spot spot = spot(node, around);
        String id = around + spot.id();
        return switch (node) {
            case Section section ->
                new Section(spot, section.words(), section.isRequired(), distinct(section.children(), id));
            case Repeat repeat ->
                new Repeat(
                        spot,
                        repeat.words(),
                        distinct(repeat.item(), id + "_" + IdRegister.INDEX),
                        initial(repeat.initial()),
                        repeat.canAdd(),
                        repeat.canRemove());
            case Field field -> new Field(spot, field.words(), field.control(), field.state(), field.initial());
            case Call call -> new Call(spot, call.routine(), call.words(), call.isRequired(), call.isOpen());
            case Notice notice -> new Notice(spot, notice.words(), notice.message());
        };
    }

    private List<Node> distinct(List<Node> nodes, String around) {
        List<Node> distinct = new ArrayList<>();
        nodes.forEach(node -> distinct.add(distinct(node, around)));
        return distinct;
    }

    /** Shown instead of the list's items, never beside them: what is distinct there is distinct here. */
    private List<Node> initial(List<Node> items) {
        return new DistinctIds(routineIds).distinct(items, "");
    }

    private Spot spot(Node node, String around) {
        String own = node.spot().id();
        String id = own;
        while (!isAdded(node, around, id)) {
            id = DISTINCTION + distinctions.merge(around + own, 1, Integer::sum) + own;
        }
        return new Spot(node.spot().member(), id);
    }

    /** A part without an id of its own is an item, whose id was added with that of its list. */
    private boolean isAdded(Node node, String around, String id) {
        if (node instanceof Repeat) {
            return id.isEmpty() ? register.addItems(around) : register.addWithItems(around + id);
        }
        if (node instanceof Call call) {
            RoutineIds routine = routineIds.get(call.routine());
            return id.isEmpty() ? register.addCalled(around, routine) : register.addCall(around + id, routine);
        }
        boolean hasOptions =
                node instanceof Field field && (field.control() instanceof Radios || field.control() instanceof Boxes);
        if (id.isEmpty()) {
            return true;
        }
        return hasOptions ? register.addWithOptions(around + id) : register.add(around + id);
    }
}
