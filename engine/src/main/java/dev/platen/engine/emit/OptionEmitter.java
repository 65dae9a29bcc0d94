package dev.platen.engine.emit;

import dev.platen.contract.plan.Choice;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Option;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.ir.Node.Field;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes the options of a control, marking those that the value is. */
record OptionEmitter(Emission emission) {
    /** The options of a menu, of which one is selected. The value finds its mark in one step, however many there are. */
    void menu(Field field, List<Choosable> options, boolean hasEmpty, int slot) {
        ByteArrayOutputStream markup = new ByteArrayOutputStream();
        int[] marks = new int[options.size()];
        HtmlWriter writer = new HtmlWriter(piece -> markup.writeBytes(piece.getBytes(StandardCharsets.UTF_8)));
        if (hasEmpty) {
            writer.open(Element.OPTION)
                    .attribute(Attribute.VALUE, "")
                    .inside()
                    .text(field.words().placeholder());
            writer.close(Element.OPTION);
        }
        for (int i = 0; i < marks.length; i++) {
            writer.open(Element.OPTION)
                    .attribute(Attribute.VALUE, options.get(i).value().text());
            marks[i] = markup.size();
            writer.inside().text(options.get(i).label()).close(Element.OPTION);
        }
        Choice choice = choice(options, marks, field.initial());
        Segment segment = emission.code().segment(markup.toString(StandardCharsets.UTF_8));
        Segment mark = emission.code().segment(HtmlWriter.capture(html -> html.flag(Attribute.SELECTED)));
        emission.code()
                .op(
                        Op.SELECT,
                        slot,
                        emission.tables().choice(choice),
                        segment.offset(),
                        segment.length(),
                        mark.offset(),
                        mark.length());
    }

    /** The options of a menu, of which several may be selected. */
    void multipleMenu(Field field, List<Choosable> options, int slot) {
        matchEach(field, options, slot);
        for (int i = 0; i < options.size(); i++) {
            emission.html()
                    .open(Element.OPTION)
                    .attribute(Attribute.VALUE, options.get(i).value().text());
            mark(i, Attribute.SELECTED);
            emission.html().inside().text(options.get(i).label()).close(Element.OPTION);
        }
    }

    /** Options that are all in sight: radio buttons, or boxes where several may be checked. */
    void inSight(Field field, List<Choosable> options, boolean isSeveral, int slot, Where id) {
        if (isSeveral) {
            matchEach(field, options, slot);
        } else {
            int choice = emission.tables().choice(choice(options, new int[0], field.initial()));
            emission.code().op(Op.MATCH, slot, choice);
        }
        for (int i = 0; i < options.size(); i++) {
            inSight(field, options, i, isSeveral, id);
        }
    }

    private void inSight(Field field, List<Choosable> options, int index, boolean isSeveral, Where id) {
        HtmlWriter html = emission.html();
        Where own = id.then("-" + index);
        html.open(Element.LABEL);
        own.attribute(Attribute.FOR, emission.code(), html);
        html.inside().open(Element.INPUT).attribute(Attribute.TYPE, isSeveral ? "checkbox" : "radio");
        own.attribute(Attribute.ID, emission.code(), html);
        id.attribute(Attribute.NAME, emission.code(), html);
        html.attribute(Attribute.VALUE, options.get(index).value().text());
        if (field.state().isRequired() && !isSeveral) {
            html.flag(Attribute.REQUIRED);
        }
        if (field.state().isDisabled() || field.state().isReadOnly()) {
            html.flag(Attribute.DISABLED);
        }
        mark(index, Attribute.CHECKED);
        html.inside()
                .open(Element.SPAN)
                .inside()
                .text(options.get(index).label())
                .close(Element.SPAN);
        html.close(Element.LABEL);
    }

    private void matchEach(Field field, List<Choosable> options, int slot) {
        Choice choice = choice(options, new int[0], field.initial());
        emission.code().op(Op.MATCH_EACH, slot, emission.tables().choice(choice));
    }

    private void mark(int index, Attribute mark) {
        Segment segment = emission.code().segment(HtmlWriter.capture(html -> html.flag(mark)));
        emission.code().op(Op.MARK, index, segment.offset(), segment.length());
    }

    private static Choice choice(List<Choosable> options, int[] marks, List<Literal> initial) {
        List<Option> values =
                options.stream().map(option -> option.value().option()).toList();
        Set<Option> wanted = new HashSet<>();
        initial.forEach(literal -> wanted.add(literal.option()));
        int[] chosen = IntStream.range(0, values.size())
                .filter(index -> wanted.contains(values.get(index)))
                .toArray();
        return new Choice(values, marks, chosen);
    }
}
