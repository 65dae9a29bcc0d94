package dev.platen.engine.emit;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Part;
import dev.platen.contract.plan.Parts;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Presence;
import dev.platen.engine.ir.Spot;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps of a form what is needed to read it when it is posted. */
final class PartsEmitter {
    private static final Constant NOTHING = new Constant.Members(Map.of());

    private final Blanks blanks;

    private PartsEmitter(Blanks blanks) {
        this.blanks = blanks;
    }

    /** The parts of the form. The same form always gives the same parts. */
    static Parts of(Form form) {
        PartsEmitter emitter = new PartsEmitter(new Blanks(form.routines()));
        return new Parts(
                emitter.one(form.root(), false),
                form.routines().stream()
                        .map(routine -> emitter.one(routine, false))
                        .toList());
    }

    private Part one(Node node, boolean isFixed) {
        List<Part> parts = all(node, isFixed).toList();
        return parts.size() == 1 ? parts.getFirst() : new Part.Group(List.of(), "", false, parts);
    }

    private List<Part> all(List<Node> nodes, boolean isFixed) {
        return nodes.stream().flatMap(node -> all(node, isFixed)).toList();
    }

    private Stream<Part> all(Node node, boolean isFixed) {
        return switch (node) {
            case Node.Section section -> Stream.of(group(section, isFixed || isFixed(section.state())));
            case Node.Repeat repeat -> Stream.of(items(repeat, isFixed || isFixed(repeat.state())));
            case Node.Entries entries -> Stream.of(entries(entries, isFixed || isFixed(entries.state())));
            case Node.Alternatives alternatives ->
                Stream.of(alternatives(alternatives, isFixed || isFixed(alternatives.state())));
            case Node.When when ->
                Stream.of(new Part.Either(when.condition(), all(when.then(), isFixed), all(when.otherwise(), isFixed)));
            case Node.Field field -> Stream.of(leaf(field, isFixed || isFixed(field.state())));
            case Node.Call call -> Stream.of(again(call, isFixed || isFixed(call.state())));
            case Node.Posted posted -> all(posted.body(), isFixed).stream();
            case Node.Tagged tagged -> all(tagged.children(), isFixed).stream();
            case Node.Lazy lazy -> all(lazy.body(), isFixed).stream();
            case Node.Each each -> Stream.empty();
            case Node.Notice notice -> Stream.empty();
            case Node.Shown shown -> Stream.empty();
            case Node.Chart chart -> Stream.empty();
            case Node.Point point -> Stream.empty();
        };
    }

    private Part group(Node.Section section, boolean isFixed) {
        boolean hasButtons = section.presence() != Presence.GIVEN && !isFixed;
        return new Part.Group(
                section.spot().members(),
                section.spot().id(),
                presence(section.presence(), section.state(), isFixed),
                hasButtons ? blanks.of(section) : NOTHING,
                all(section.children(), isFixed));
    }

    private static Part.Presence presence(Presence presence, Node.State state, boolean isFixed) {
        Presence own = isFixed ? Presence.GIVEN : presence;
        return switch (own) {
            case GIVEN -> state.isRequired() ? Part.Presence.REQUIRED : Part.Presence.OPTIONAL;
            case SWITCHED -> Part.Presence.SWITCHED;
            case FOLDED -> Part.Presence.FOLDED;
        };
    }

    private Part again(Node.Call call, boolean isFixed) {
        Part.Presence presence = call.state().isRequired() ? Part.Presence.REQUIRED : Part.Presence.OPTIONAL;
        return new Part.Again(
                call.spot().members(),
                call.spot().id(),
                PresenceEmitter.canClose(call) && !isFixed ? Part.Presence.SWITCHED : presence,
                call.routine(),
                call.isOpen() ? NOTHING : blanks.of(call));
    }

    private static boolean isFixed(Node.State state) {
        return state.disabled().equals(Expression.TRUE) || state.readOnly().equals(Expression.TRUE);
    }

    private Part items(Node.Repeat repeat, boolean isFixed) {
        Node.ListButtons buttons = repeat.buttons();
        return new Part.Items(
                repeat.spot().members(),
                repeat.spot().id(),
                repeat.state().isRequired(),
                repeat.fixed().stream()
                        .map(node -> one(
                                Inner.at(node, new Spot(List.of(), node.spot().id())), isFixed))
                        .toList(),
                repeat.item() == null ? null : one(repeat.item(), isFixed),
                repeat.item() == null ? NOTHING : blanks.of(repeat.item()),
                !repeat.initial().isEmpty(),
                buttons.canAdd() && !isFixed,
                buttons.canRemove() && !isFixed,
                buttons.canMove() && !isFixed,
                buttons.canCopy() && !isFixed,
                buttons.most());
    }

    private Part entries(Node.Entries entries, boolean isFixed) {
        return new Part.Entries(
                entries.spot().members(),
                entries.spot().id(),
                entries.known(),
                entries.keys().names(),
                entries.kinds().stream()
                        .map(kind -> new Part.Kind(kind.pattern(), one(kind.node(), isFixed), blanks.of(kind.node())))
                        .toList(),
                entries.canAdd() && !isFixed,
                entries.canRemove() && !isFixed);
    }

    private Part alternatives(Node.Alternatives alternatives, boolean isFixed) {
        return new Part.Alternatives(
                alternatives.spot().members(),
                alternatives.spot().id(),
                presence(alternatives.presence(), alternatives.state(), isFixed),
                alternatives.suffix(),
                alternatives.branches().stream()
                        .map(branch -> new Part.Branch(
                                branch.fits(), one(branch.node(), isFixed), blanks.contents(branch.node())))
                        .toList());
    }

    private static Part leaf(Node.Field field, boolean isFixed) {
        return new Part.Leaf(
                field.spot().members(),
                field.spot().id(),
                field.state().isRequired(),
                isFixed,
                input(field.control()),
                options(field.control()).stream()
                        .map(option -> offer(option.value()))
                        .toList(),
                field.initial().stream().map(PartsEmitter::offer).toList(),
                field.type(),
                field.empty() == null ? null : offer(field.empty()));
    }

    private static Part.Offer offer(Literal literal) {
        return new Part.Offer(literal.type(), literal.text());
    }

    private static List<Choosable> options(Control control) {
        return switch (control) {
            case Control.Menu menu -> menu.options();
            case Control.Radios radios -> radios.options();
            case Control.MultipleMenu menu -> menu.options();
            case Control.Boxes boxes -> boxes.options();
            case Control.Line line -> List.of();
            case Control.Lines lines -> List.of();
            case Control.Raw raw -> List.of();
            case Control.Box box -> List.of();
            case Control.File file -> List.of();
            case Control.DateMenus menus -> List.of();
            case Control.Concealed concealed -> List.of();
        };
    }

    private static Part.Input input(Control control) {
        return switch (control) {
            case Control.Line line -> line(line.type());
            case Control.Lines lines -> Part.Input.LINES;
            case Control.Raw raw -> Part.Input.RAW;
            case Control.Box box -> Part.Input.BOX;
            case Control.Menu menu -> Part.Input.ONE;
            case Control.Radios radios -> Part.Input.ONE;
            case Control.MultipleMenu menu -> Part.Input.SEVERAL;
            case Control.Boxes boxes -> Part.Input.SEVERAL;
            case Control.File file -> file.isSeveral() ? Part.Input.FILES : Part.Input.FILE;
            case Control.DateMenus menus -> menus.hasTime() ? Part.Input.DATE_TIME_MENUS : Part.Input.DATE_MENUS;
            case Control.Concealed concealed -> Part.Input.CONCEALED;
        };
    }

    private static Part.Input line(Control.LineType type) {
        return switch (type) {
            case DATETIME_LOCAL -> Part.Input.INSTANT;
            case TIME -> Part.Input.TIME;
            case TEXT, EMAIL, URL, TEL, SEARCH, PASSWORD, NUMBER, RANGE, DATE, LOCAL_TIME, MONTH, WEEK, COLOR ->
                Part.Input.LINE;
        };
    }
}
