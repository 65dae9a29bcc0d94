package dev.platen.engine.compile;

import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Boxes;
import dev.platen.engine.ir.Control.Radios;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Alternatives;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Entries;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.When;
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

    /** For each id, what leads to the data of the part that has it. */
    private final Map<String, String> claimed = new HashMap<>();

    private final List<RoutineIds> routineIds;

    private DistinctIds(List<RoutineIds> routineIds) {
        this.routineIds = routineIds;
    }

    static Form of(Form form) {
        List<RoutineIds> ids = form.routines().stream().map(RoutineIds::of).toList();
        List<Node> routines =
                form.routines().stream().map(routine -> routine(routine, ids)).toList();
        Node root = new DistinctIds(ids).distinct(form.root(), "", "", false);
        return Forms.with(form, root, routines);
    }

    /** How many parts of the form have an id that was changed. */
    static int distinguished(Form form) {
        return distinguished(form.root())
                + form.routines().stream().mapToInt(DistinctIds::distinguished).sum();
    }

    private static int distinguished(Node node) {
        return (node.spot().id().startsWith(DISTINCTION) ? 1 : 0)
                + Inner.of(node).stream().mapToInt(DistinctIds::distinguished).sum();
    }

    /** The ids of a routine are added to that of its call, which is one of them, and here is nothing. */
    private static Node routine(Node routine, List<RoutineIds> ids) {
        DistinctIds distinct = new DistinctIds(ids);
        distinct.register.add("");
        return distinct.distinct(routine, "", "", false);
    }

    /**
     * @param around id of the part around it
     * @param path what leads to the data of the part around it
     * @param isConditional whether it is only shown where others are not
     */
    private Node distinct(Node node, String around, String path, boolean isConditional) {
        Spot spot = node.spot();
        String own = path + String.join("\0", spot.members()) + "\0";
        if (hasId(node) && !(isConditional && own.equals(claimed.get(around + spot.id())))) {
            spot = spot(node, around);
            claimed.putIfAbsent(around + spot.id(), own);
        }
        String id = around + spot.id();
        Node here = Inner.at(node, spot);
        return switch (here) {
            case Repeat repeat -> repeat(repeat, id, own, isConditional);
            case Entries entries ->
                Inner.map(entries, part -> distinct(part, id + "_" + IdRegister.INDEX, own + "*\0", isConditional));
            case Alternatives alternatives -> Inner.map(alternatives, part -> distinct(part, id, own, true));
            case When when -> Inner.map(when, part -> distinct(part, id, own, true));
            default -> Inner.map(here, part -> distinct(part, id, own, isConditional));
        };
    }

    private static boolean hasId(Node node) {
        return switch (node) {
            case Section section -> true;
            case Repeat repeat -> true;
            case Entries entries -> true;
            case Alternatives alternatives -> true;
            case Field field -> true;
            case Call call -> true;
            case Notice notice -> true;
            default -> false;
        };
    }

    /**
     * Fixed items have the first indexes, which the others never have. The initial items are shown instead of the list's items, never beside
     * them: what is distinct there is distinct here.
     */
    private Node repeat(Repeat repeat, String id, String path, boolean isConditional) {
        List<Node> fixed = new ArrayList<>();
        DistinctIds first = new DistinctIds(routineIds);
        repeat.fixed().forEach(item -> fixed.add(first.distinct(item, "", path, isConditional)));
        Node item = repeat.item() == null
                ? null
                : distinct(repeat.item(), id + "_" + IdRegister.INDEX, path + "*\0", isConditional);
        DistinctIds initial = new DistinctIds(routineIds);
        List<Node> items = new ArrayList<>();
        repeat.initial().forEach(each -> items.add(initial.distinct(each, "", path, isConditional)));
        return new Repeat(repeat.spot(), repeat.words(), repeat.state(), fixed, item, items, repeat.buttons());
    }

    private Spot spot(Node node, String around) {
        String own = node.spot().id();
        String id = own;
        while (!isAdded(node, around, id)) {
            id = DISTINCTION + distinctions.merge(around + own, 1, Integer::sum) + own;
        }
        return new Spot(node.spot().members(), id);
    }

    /** Each of its files has a button, named after its index. */
    private static boolean isListOfFiles(Node node) {
        return node instanceof Field field && field.control() instanceof Control.File file && file.isSeveral();
    }

    /** A part without an id of its own is an item, whose id was added with that of its list. */
    private boolean isAdded(Node node, String around, String id) {
        if (node instanceof Repeat || isListOfFiles(node)) {
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
