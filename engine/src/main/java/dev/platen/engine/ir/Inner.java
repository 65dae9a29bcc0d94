package dev.platen.engine.ir;

import dev.platen.engine.ir.Node.Alternatives;
import dev.platen.engine.ir.Node.Branch;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Chart;
import dev.platen.engine.ir.Node.Each;
import dev.platen.engine.ir.Node.Entries;
import dev.platen.engine.ir.Node.EntryKind;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Lazy;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Point;
import dev.platen.engine.ir.Node.Posted;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.Shown;
import dev.platen.engine.ir.Node.Tagged;
import dev.platen.engine.ir.Node.When;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The parts directly within a part, for passes that treat most kinds alike. */
public final class Inner {
    private Inner() {}

    /** The parts directly within the node, in the order of the page. */
    public static List<Node> of(Node node) {
        return switch (node) {
            case Section section -> section.children();
            case Repeat repeat -> items(repeat);
            case Entries entries ->
                entries.kinds().stream().map(EntryKind::node).toList();
            case Alternatives alternatives ->
                alternatives.branches().stream().map(Branch::node).toList();
            case When when -> both(when.then(), when.otherwise());
            case Tagged tagged -> tagged.children();
            case Each each -> both(each.body(), each.otherwise());
            case Lazy lazy -> lazy.body();
            case Posted posted -> posted.body();
            case Chart chart -> chart.points();
            case Field _, Call _, Notice _, Shown _, Point _ -> List.of();
        };
    }

    private static List<Node> items(Repeat repeat) {
        List<Node> items = new ArrayList<>(repeat.fixed());
        if (repeat.item() != null) {
            items.add(repeat.item());
        }
        items.addAll(repeat.initial());
        return items;
    }

    private static List<Node> both(List<Node> one, List<Node> other) {
        if (other.isEmpty()) {
            return one;
        }
        List<Node> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** The node with every part directly within it replaced, in the order of the page. */
    public static Node map(Node node, UnaryOperator<Node> change) {
        return switch (node) {
            case Section section -> section.with(all(section.children(), change));
            case Repeat repeat -> items(repeat, change);
            case Entries entries ->
                entries.with(
                        entries.spot(),
                        entries.state(),
                        entries.kinds().stream()
                                .map(kind -> new EntryKind(kind.pattern(), change.apply(kind.node())))
                                .toList());
            case Alternatives alternatives ->
                alternatives.with(alternatives.branches().stream()
                        .map(branch -> new Branch(branch.title(), branch.fits(), change.apply(branch.node())))
                        .toList());
            case When when -> new When(when.condition(), all(when.then(), change), all(when.otherwise(), change));
            case Tagged tagged -> new Tagged(tagged.element(), tagged.attributes(), all(tagged.children(), change));
            case Each each -> new Each(each.list(), all(each.body(), change), all(each.otherwise(), change));
            case Lazy lazy -> new Lazy(lazy.name(), lazy.words(), all(lazy.body(), change));
            case Posted posted -> new Posted(posted.submit(), all(posted.body(), change));
            case Chart chart -> new Chart(chart.drawing(), all(chart.points(), change));
            case Field _, Call _, Notice _, Shown _, Point _ -> node;
        };
    }

    private static Repeat items(Repeat repeat, UnaryOperator<Node> change) {
        return new Repeat(
                repeat.spot(),
                repeat.words(),
                repeat.state(),
                all(repeat.fixed(), change),
                repeat.item() == null ? null : change.apply(repeat.item()),
                all(repeat.initial(), change),
                repeat.buttons());
    }

    private static List<Node> all(List<Node> nodes, UnaryOperator<Node> change) {
        return nodes.stream().map(change).toList();
    }

    /** The node at another spot; one that has no spot of its own stays as it is. */
    public static Node at(Node node, Spot spot) {
        return switch (node) {
            case Section section ->
                new Section(spot, section.words(), section.state(), section.presence(), section.children());
            case Repeat repeat -> at(repeat, spot);
            case Entries entries -> entries.with(spot, entries.state(), entries.kinds());
            case Alternatives alternatives ->
                new Alternatives(
                        spot,
                        alternatives.words(),
                        alternatives.state(),
                        alternatives.presence(),
                        alternatives.suffix(),
                        alternatives.branches(),
                        alternatives.initial());
            case Field field ->
                new Field(
                        spot,
                        field.words(),
                        field.control(),
                        field.state(),
                        field.initial(),
                        field.type(),
                        field.empty());
            case Call call -> new Call(spot, call.routine(), call.words(), call.state(), call.isOpen(), call.isBare());
            case Notice notice -> new Notice(spot, notice.words(), notice.message());
            case When _, Tagged _, Each _, Lazy _, Shown _, Posted _, Chart _, Point _ -> node;
        };
    }

    private static Repeat at(Repeat repeat, Spot spot) {
        return new Repeat(
                spot,
                repeat.words(),
                repeat.state(),
                repeat.fixed(),
                repeat.item(),
                repeat.initial(),
                repeat.buttons());
    }
}
