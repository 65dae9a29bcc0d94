package dev.platen.engine.compile;

import dev.platen.contract.plan.Expression;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Presence;
import dev.platen.engine.ir.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A pass that finds the parts whose buttons change what other parts show: those that read the same data and are not within
 * the frame that the button replaces. It errs on the side of finding too many.
 */
final class Dependencies {
    /** Beyond so many comparisons every part counts as one of them. */
    private static final long MAX_COMPARISONS = 1_000_000;

    private final List<Change> changes = new ArrayList<>();
    private final List<Read> reads = new ArrayList<>();
    private final List<Address> calls = new ArrayList<>();
    private int count;
    private int loops;

    private Dependencies() {}

    /** How a part is written: what its frame is. */
    private enum Mode {
        /** It has one. */
        FRAMED,
        /** It has one unless it is about the same value as the part around it, and has no title. */
        WITHIN,
        /** It has that of the part around it. */
        FRAMELESS
    }

    /** The parts of a frame, by their numbers in the order of the page. */
    private static final class Frame {
        private final int first;
        private int last;

        Frame(int first, int last) {
            this.first = first;
            this.last = last;
        }

        /** One whose end is not known yet. */
        Frame(int first) {
            this(first, Integer.MAX_VALUE);
        }
    }

    private record Change(Node node, Address address, Frame frame, boolean isRepeated) {
        boolean isInRoutine() {
            return address.routine() != Address.PAGE;
        }
    }

    /**
     * A part depends on data.
     *
     * @param isDeep whether on what is within the data too, rather than on its being there
     * @param isAbsolute whether on the same data wherever it is
     * @param isOuter whether it counts for the data of routines too
     */
    private record Read(Address address, int reader, boolean isDeep, boolean isAbsolute, boolean isOuter) {}

    /** The parts of the form, themselves and not others like them. */
    static Set<Node> of(Form form) {
        Dependencies pass = new Dependencies();
        pass.visit(form.root(), Address.ROOT, new Frame(0), Mode.FRAMED);
        pass.loops++;
        for (int i = 0; i < form.routines().size(); i++) {
            Frame body = new Frame(pass.count + 1);
            pass.visit(form.routines().get(i), new Address(i, List.of()), body, Mode.FRAMELESS);
            body.last = pass.count;
        }
        Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
        long comparisons = (long) pass.reads.size() * (pass.changes.size() + pass.calls.size());
        boolean isTooMuch = comparisons > MAX_COMPARISONS;
        boolean isCalledRead = !isTooMuch && pass.reads.stream().anyMatch(pass::readsCalled);
        pass.changes.stream()
                .filter(change -> isTooMuch
                        || (isCalledRead && change.isInRoutine())
                        || pass.reads.stream().anyMatch(read -> reads(read, change)))
                .forEach(change -> found.add(change.node()));
        return found;
    }

    private static boolean reads(Read read, Change change) {
        boolean isWithin = read.reader() >= change.frame().first && read.reader() <= change.frame().last;
        boolean isElsewhere = read.isAbsolute() && change.isRepeated(); // there are others that read the same
        return (!isWithin || isElsewhere)
                && (change.address().contains(read.address())
                        || (read.isDeep() && change.address().overlaps(read.address())));
    }

    /** What a routine changes is somewhere within what it was called for. */
    private boolean readsCalled(Read read) {
        return read.isOuter()
                && calls.stream()
                        .anyMatch(call ->
                                call.contains(read.address()) || (read.isDeep() && call.overlaps(read.address())));
    }

    private void visit(Node node, Address around, Frame frame, Mode mode) {
        int number = ++count;
        boolean isFramed = isFramed(node, mode);
        Frame own = isFramed ? new Frame(number) : frame;
        Address here = around.then(node.spot().members());
        read(node, number, around, here);
        change(node, here, node instanceof Node.Field ? new Frame(number, number) : own);
        inner(node, here, own, mode);
        if (isFramed) {
            own.last = count;
        }
    }

    private static boolean isFramed(Node node, Mode mode) {
        boolean isSame = node.spot().equals(Spot.SAME) && !node.words().hasTitle();
        return switch (node) {
            case Node.Section _, Node.Repeat _ -> mode != Mode.FRAMELESS;
            case Node.Entries _, Node.Alternatives _ -> mode == Mode.FRAMED || (mode == Mode.WITHIN && !isSame);
            case Node.Call call -> mode != Mode.FRAMELESS && !call.isBare();
            case Node.Field _, Node.When _, Node.Notice _, Node.Tagged _, Node.Shown _, Node.Each _ -> false;
            case Node.Lazy _, Node.Posted _, Node.Chart _, Node.Point _ -> false;
        };
    }

    private void inner(Node node, Address here, Frame own, Mode mode) {
        switch (node) {
            case Node.Section section -> section.children().forEach(each -> visit(each, here, own, Mode.WITHIN));
            case Node.Alternatives alternatives ->
                alternatives.branches().forEach(each -> visit(each.node(), here, own, Mode.FRAMELESS));
            case Node.When when -> {
                Mode inner = mode == Mode.WITHIN ? mode : Mode.FRAMED;
                when.then().forEach(each -> visit(each, here, own, inner));
                when.otherwise().forEach(each -> visit(each, here, own, inner));
            }
            case Node.Repeat repeat -> {
                repeat.fixed().forEach(each -> visit(each, here, own, Mode.FRAMED));
                repeat.initial().forEach(each -> visit(each, here, own, Mode.FRAMED));
                if (repeat.item() != null) {
                    repeated(repeat.item(), here, own);
                }
            }
            case Node.Entries entries -> entries.kinds().forEach(kind -> repeated(kind.node(), here, own));
            case Node.Tagged _, Node.Each _, Node.Lazy _, Node.Posted _, Node.Chart _ ->
                Inner.of(node).forEach(each -> visit(each, here, own, Mode.FRAMED));
            case Node.Field _, Node.Call _, Node.Notice _, Node.Shown _, Node.Point _ -> {}
        }
    }

    private void repeated(Node item, Address list, Frame frame) {
        loops++;
        visit(item, list.items(), frame, Mode.FRAMED);
        loops--;
    }

    private void change(Node node, Address here, Frame frame) {
        boolean hasButtons =
                switch (node) {
                    case Node.Section section -> section.presence() != Presence.GIVEN;
                    case Node.Field field -> field.control() instanceof Control.File;
                    case Node.Repeat _, Node.Entries _, Node.Alternatives _, Node.Call _ -> true;
                    case Node.When _, Node.Notice _, Node.Tagged _, Node.Shown _, Node.Each _ -> false;
                    case Node.Lazy _, Node.Posted _, Node.Chart _, Node.Point _ -> false;
                };
        if (hasButtons) {
            changes.add(new Change(node, here, frame, loops > 0));
        }
    }

    private void read(Node node, int number, Address around, Address here) {
        switch (node) {
            case Node.Section section -> {
                state(section.state(), number, around, here);
                presence(section.presence(), here, number);
            }
            case Node.Alternatives alternatives -> {
                state(alternatives.state(), number, around, here);
                presence(alternatives.presence(), here, number);
            }
            case Node.Repeat repeat -> {
                state(repeat.state(), number, around, here);
                add(here, number, false);
                if (!repeat.buttons().named().isEmpty()) {
                    add(here.items().then(repeat.buttons().named()), number, true);
                }
            }
            case Node.Entries entries -> {
                state(entries.state(), number, around, here);
                add(here, number, false);
            }
            case Node.Field field -> {
                state(field.state(), number, around, here);
                add(here, number, true);
            }
            case Node.Call call -> call(call, number, around, here);
            case Node.When when -> add(when.condition(), number, here);
            case Node.Tagged tagged -> tagged.attributes().forEach(each -> content(each.content(), number, here));
            case Node.Shown shown -> content(shown.content(), number, here);
            case Node.Each each -> add(each.list(), number, here);
            case Node.Point point -> {
                add(point.label(), number, here);
                point.values().forEach(value -> add(value, number, here));
            }
            case Node.Notice _, Node.Lazy _, Node.Posted _, Node.Chart _ -> {}
        }
    }

    /** One that is opened on demand shows buttons by whether there is a value. */
    private void call(Node.Call call, int number, Address around, Address here) {
        state(call.state(), number, around, here);
        calls.add(here);
        reads.add(new Read(here, number, true, false, !call.isOpen()));
    }

    /** Conditions on a state are about the value around the part, or about its own. */
    private void state(State state, int number, Address around, Address here) {
        for (Expression condition : List.of(state.disabled(), state.readOnly())) {
            add(condition, number, around);
            add(condition, number, here);
            add(condition, number, here.around());
        }
    }

    private void content(Content content, int number, Address here) {
        switch (content) {
            case Content.Computed(Expression value) -> add(value, number, here);
            case Content.Flag(Expression condition) -> add(condition, number, here);
            case Content.Text _, Content.Own _, Content.Classes _, Content.Id _ -> {}
        }
    }

    private void presence(Presence presence, Address here, int number) {
        if (presence != Presence.GIVEN) {
            add(here, number, true); // whatever is made within it makes it too
        }
    }

    private void add(Expression expression, int number, Address here) {
        Reads.of(
                expression,
                here,
                (address, isAbsolute) -> reads.add(new Read(address, number, true, isAbsolute && loops > 0, true)));
    }

    private void add(Address address, int number, boolean isDeep) {
        reads.add(new Read(address, number, isDeep, false, true));
    }
}
