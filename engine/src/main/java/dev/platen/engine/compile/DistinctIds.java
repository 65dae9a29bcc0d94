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
 * A pass that tells parts apart whose ids would be the same, such as {@code a_b} and {@code b} within {@code a}, by adding
 * a tilde and a number to the later one.
 */
final class DistinctIds {
    private static final String DISTINCTION = "~";

    private final IdRegister register = new IdRegister();
    /** How often each id was distinguished, so that many of the same do not all begin to count at one. */
    private final Map<String, Integer> distinctions = new HashMap<>();

    private DistinctIds() {}

    static Form of(Form form) {
        List<Node> routines = form.routines().stream()
                .map(routine -> new DistinctIds().distinct(routine, ""))
                .toList();
        return new Form(
                form.title(), new DistinctIds().distinct(form.root(), ""), routines, form.submit(), form.data());
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
    private static List<Node> initial(List<Node> items) {
        return new DistinctIds().distinct(items, "");
    }

    private Spot spot(Node node, String around) {
        Spot spot = node.spot();
        if (spot.id().isEmpty()) {
            return spot;
        }
        boolean hasOptions =
                node instanceof Field field && (field.control() instanceof Radios || field.control() instanceof Boxes);
        String id = spot.id();
        while (!register.add(around + id, hasOptions)) {
            id = spot.id() + DISTINCTION + distinctions.merge(around + spot.id(), 1, Integer::sum);
        }
        return new Spot(spot.member(), id);
    }
}
