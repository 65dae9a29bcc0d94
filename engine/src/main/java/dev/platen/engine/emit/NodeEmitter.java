package dev.platen.engine.emit;

import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Scope;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Words;

/** Writes the parts of a form. */
final class NodeEmitter {
    private final Emission emission;
    private final CodeBuilder code;
    private final HtmlWriter html;
    private final FieldEmitter fields;
    private final int firstRoutine;

    /** @param firstRoutine scope of the first routine of the form; the others follow */
    NodeEmitter(Emission emission, int firstRoutine) {
        this.emission = emission;
        this.code = emission.code();
        this.html = emission.html();
        this.fields = new FieldEmitter(emission);
        this.firstRoutine = firstRoutine;
    }

    /** Whether there is a button besides the one that submits. */
    static boolean hasButtons(Form form) {
        return !form.routines().isEmpty() || hasButtons(form.root());
    }

    private static boolean hasButtons(Node node) {
        return switch (node) {
            case Section section -> section.children().stream().anyMatch(NodeEmitter::hasButtons);
            case Repeat repeat -> repeat.canAdd() || repeat.canRemove() || hasButtons(repeat.item());
            case Field field -> false;
            case Call call -> true;
            case Notice notice -> false;
        };
    }

    /** Writes the whole form. Its title is the heading of a page, but a legend where there is no page around it. */
    void root(Node node, Slots slots) {
        switch (node) {
            case Field field -> fields.emit(field, Where.TOP, slots);
            case Notice notice -> notice(notice, Where.TOP);
            case Section section -> rootFrame(section, section.words(), slots);
            case Repeat repeat -> rootFrame(repeat, repeat.words(), slots);
            case Call call -> rootFrame(call, call.words(), slots);
        }
    }

    private void rootFrame(Node node, Words words, Slots slots) {
        Where id = Where.TOP.then(node.spot().id());
        html.open(Element.FIELDSET);
        id.attribute(Attribute.ID, code, html);
        if (!words.title().isEmpty()) {
            int heading = code.op(Op.PAGE_ONLY, 0);
            html.begin(Attribute.ARIA_LABELLEDBY);
            id.then("__title").write(code, html);
            html.end();
            code.patch(heading, 0);
        }
        emission.describedBy(id, words);
        html.inside();
        if (!words.title().isEmpty()) {
            int legend = code.op(Op.FRAGMENT_ONLY, 0);
            emission.legend(id, words, false);
            code.patch(legend, 0);
        }
        emission.description(id, words);
        content(node, id, slots);
        emission.help(id, words);
        html.close(Element.FIELDSET);
    }

    private void emit(Node node, Where around, Slots slots) {
        if (code.isFull()) {
            return; // the plan is refused: nothing that follows is of use
        }
        switch (node) {
            case Section section -> framed(section, section.words(), section.isRequired(), around, slots);
            case Repeat repeat -> framed(repeat, repeat.words(), false, around, slots);
            case Call call -> framed(call, call.words(), call.isRequired(), around, slots);
            case Field field -> fields.emit(field, around, slots);
            case Notice notice -> notice(notice, around);
        }
    }

    private void framed(Node node, Words words, boolean isRequired, Where around, Slots slots) {
        Where id = around.then(node.spot().id());
        html.open(Element.FIELDSET);
        id.attribute(Attribute.ID, code, html);
        emission.describedBy(id, words);
        html.inside();
        emission.legend(id, words, isRequired);
        emission.description(id, words);
        content(node, id, slots);
        emission.help(id, words);
        html.close(Element.FIELDSET);
    }

    /** Writes what is within the frame of a part: all that a routine writes. */
    void content(Node node, Where id, Slots slots) {
        switch (node) {
            case Section section -> {
                Slots members = slots.object(section.spot());
                section.children().forEach(child -> emit(child, id, members));
            }
            case Repeat repeat -> repeat(repeat, id, slots);
            case Call call -> call(call, id, slots);
            case Field field -> fields.emit(field, id, slots);
            case Notice notice -> notice(notice, id);
        }
    }

    private void repeat(Repeat repeat, Where id, Slots slots) {
        Frame frame = new Frame(emission.tables());
        int scope = emission.tables().reserveScope();
        int slot = slots.list(repeat.spot(), scope);
        Segment path = code.segment(HtmlWriter.escapedAttribute(id.id() + "_"));
        int loop = code.op(Op.LOOP, slot, scope, path.offset(), path.length(), 0, 0);
        item(repeat, repeat.item(), Where.INNER, frame.slots());
        code.op(Op.END);
        emission.tables().scope(scope, frame.scope(Scope.INLINE));
        code.patch(loop, 4);
        for (Node item : repeat.initial()) {
            item(repeat, item, id, NoSlots.INSTANCE);
        }
        code.patch(loop, 5);
        if (repeat.canAdd()) {
            emission.actionButton("add", id, "add", "Add", repeat.words());
        }
    }

    private void item(Repeat repeat, Node item, Where around, Slots slots) {
        html.open(Element.DIV).attribute(Attribute.CLASS, "item").inside();
        emit(item, around, slots);
        if (repeat.canRemove()) {
            emission.actionButton("remove", around.then(item.spot().id()), "remove", "Remove", item.words());
        }
        html.close(Element.DIV);
    }

    private void call(Call call, Where id, Slots slots) {
        int scope = firstRoutine + call.routine();
        int slot = slots.call(call.spot(), scope);
        Segment path = code.segment(HtmlWriter.escapedAttribute(id.id()));
        int open = call.isOpen() ? 1 : 0;
        int address = code.op(Op.CALL, slot, scope, path.offset(), path.length(), open, 0);
        if (!call.isOpen()) {
            emission.actionButton("open", id, "expand", "Open", call.words());
        }
        code.patch(address, 5);
    }

    private void notice(Notice notice, Where around) {
        html.open(Element.P).attribute(Attribute.CLASS, "notice");
        around.then(notice.spot().id()).attribute(Attribute.ID, code, html);
        html.inside();
        if (!notice.words().title().isEmpty()) {
            emission.title(notice.words());
            html.text(": ");
        }
        html.text(notice.message()).close(Element.P);
    }
}
