package dev.platen.engine.emit;

import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Alternatives;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Entries;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Node.When;
import dev.platen.engine.ir.Presence;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import java.util.List;
import java.util.function.Consumer;

/** Writes the parts of a form. */
final class NodeEmitter {
    private final Emission emission;
    private final CodeBuilder code;
    private final HtmlWriter html;
    private final FieldEmitter fields;
    private final ListEmitter lists;
    private final MarkupEmitter markup;
    private final KeptEmitter kept;
    private final PresenceEmitter presence;
    private final ChoiceEmitter choices;

    NodeEmitter(Emission emission) {
        this.emission = emission;
        this.code = emission.code();
        this.html = emission.html();
        this.fields = new FieldEmitter(emission);
        this.lists = new ListEmitter(emission, this);
        this.markup = new MarkupEmitter(emission, this);
        this.kept = new KeptEmitter(emission);
        this.presence = new PresenceEmitter(emission);
        this.choices = new ChoiceEmitter(emission, this, fields);
    }

    /** Writes the whole form. Its title is the heading of a page, but a legend where there is no page around it. */
    void root(Node node) {
        switch (node) {
            case Section section -> rootFrame(section, section.state());
            case Repeat repeat -> rootFrame(repeat, repeat.state());
            case Entries entries -> rootFrame(entries, entries.state());
            case Alternatives alternatives -> rootFrame(alternatives, alternatives.state());
            case Call call -> rootFrame(call, call.state());
            default -> emit(node, Where.TOP);
        }
    }

    private void rootFrame(Node node, State state) {
        Words words = node.words();
        Where id = Where.TOP.then(node.spot().id());
        int part = emission.part(id);
        html.open(Element.FIELDSET);
        emission.role(Role.SECTION, state.classes());
        id.attribute(Attribute.ID, code, html);
        focus(node, id);
        if (!words.title().isEmpty()) {
            int heading = code.op(Op.PAGE_ONLY, 0);
            html.begin(Attribute.ARIA_LABELLEDBY);
            id.then("__title").write(code, html);
            html.end();
            code.patch(heading, 0);
        }
        emission.describedBy(id, words, state);
        html.inside();
        if (!words.title().isEmpty()) {
            int legend = code.op(Op.FRAGMENT_ONLY, 0);
            emission.legend(id, words, false);
            code.patch(legend, 0);
        }
        inside(node, id, state);
        emission.endPart(part);
    }

    void emit(List<Node> nodes, Where around) {
        nodes.forEach(node -> emit(node, around));
    }

    void emit(Node node, Where around) {
        if (code.isFull()) {
            return; // the plan is refused: nothing that follows is of use
        }
        switch (node) {
            case Section section -> framed(section, section.state(), around);
            case Repeat repeat -> framed(repeat, repeat.state(), around);
            case Entries entries -> framed(entries, entries.state(), around);
            case Alternatives alternatives -> framed(alternatives, alternatives.state(), around);
            case Call call -> {
                if (call.isBare()) {
                    presence.call(call, around.then(call.spot().id()));
                } else {
                    framed(call, call.state(), around);
                }
            }
            case Field field -> fields.emit(field, around);
            case Notice notice -> notice(notice, around);
            case When when -> when(when, part -> emit(part, around));
            case Node.Tagged tagged -> markup.tagged(tagged, around);
            case Node.Shown shown -> markup.shown(shown);
            case Node.Each each -> markup.each(each, around);
            case Node.Lazy lazy -> markup.lazy(lazy, around);
            case Node.Posted posted ->
                new FormEmitter(emission)
                        .form(posted.submit(), posted.body().stream(), () -> emit(posted.body(), around));
            case Node.Chart chart -> markup.chart(chart, around);
            case Node.Point point -> markup.point(point);
        }
    }

    private void framed(Node node, State state, Where around) {
        Words words = node.words();
        Where id = around.then(node.spot().id());
        int part = emission.part(id);
        html.open(Element.FIELDSET);
        emission.role(Role.SECTION, state.classes());
        if (!ChoiceEmitter.isNamedWithin(node)) {
            id.attribute(Attribute.ID, code, html);
        }
        focus(node, id);
        emission.describedBy(frame(node, id), words, state);
        html.inside();
        emission.legend(ChoiceEmitter.isTitledWithin(node) ? frame(node, id) : id, words, state.isMarkedRequired());
        inside(node, id, state);
        emission.endPart(part);
    }

    /** What the ids of the words of a frame begin with: those of the value belong to the control within, if there is one. */
    private static Where frame(Node node, Where id) {
        return node instanceof Alternatives alternatives && ChoiceEmitter.isNamedWithin(node)
                ? id.then(alternatives.suffix())
                : id;
    }

    /** Only parts that buttons change take it. */
    private void focus(Node node, Where id) {
        boolean isChanged = !(node instanceof Section section) || section.presence() != Presence.GIVEN;
        if (isChanged) {
            Segment segment = code.segment(HtmlWriter.escapedAttribute(id.id()));
            code.op(Op.FOCUS, segment.offset(), segment.length());
        }
    }

    private void inside(Node node, Where id, State state) {
        emission.description(frame(node, id), node.words());
        emission.enter(node.spot());
        content(node, id);
        if (!(node instanceof Repeat)) {
            kept.emptyValue(id, state.isRequired());
        }
        emission.leave(node.spot());
        if (!ChoiceEmitter.isNamedWithin(node)) {
            emission.errors(id, state);
        }
        emission.help(frame(node, id), node.words());
        html.close(Element.FIELDSET);
    }

    /** Writes what is within the frame of a part, whose value is the current one: all that a routine writes. */
    void content(Node node, Where id) {
        switch (node) {
            case Section section ->
                presence.section(section, id, () -> section.children().forEach(child -> within(child, id)));
            case Repeat repeat -> lists.repeat(repeat, id);
            case Entries entries -> lists.entries(entries, id);
            case Alternatives alternatives -> choices.alternatives(alternatives, id);
            case Call call -> presence.call(call, id);
            default -> emit(node, id);
        }
    }

    /** A part of a section. One that is about the same value, and has no title, has no frame besides that of the section. */
    private void within(Node node, Where id) {
        if (code.isFull()) {
            return;
        }
        switch (node) {
            case Entries entries when isSame(entries) -> content(entries, id);
            case Alternatives alternatives when isSame(alternatives) -> content(alternatives, id);
            case When when -> when(when, part -> within(part, id));
            default -> emit(node, id);
        }
    }

    private static boolean isSame(Node node) {
        return node.spot().equals(Spot.SAME) && !node.words().hasTitle();
    }

    private void when(When when, Consumer<Node> emitter) {
        int test = emission.test(when.condition());
        if (test == 0) {
            when.then().forEach(emitter);
            return;
        }
        if (test < 0) {
            when.otherwise().forEach(emitter);
            return;
        }
        when.then().forEach(emitter);
        int jump = when.otherwise().isEmpty() ? 0 : code.op(Op.JUMP, 0);
        emission.endTest(test);
        if (jump > 0) {
            when.otherwise().forEach(emitter);
            code.patch(jump, 0);
        }
    }

    private void notice(Notice notice, Where around) {
        html.open(Element.P);
        emission.role(Role.NOTICE);
        around.then(notice.spot().id()).attribute(Attribute.ID, code, html);
        html.inside();
        if (notice.words().hasTitle()) {
            emission.title(notice.words());
            html.text(": ");
        }
        if (notice.message().isEmpty()) {
            emission.word(Word.NOT_EDITABLE);
        } else {
            emission.text(notice.message());
        }
        html.close(Element.P);
    }
}
