package dev.platen.engine.emit;

import dev.platen.contract.plan.Choice;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Option;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Control.Menu;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.ir.Node.Field;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the options of a control, marking those that the value is. */
record OptionEmitter(Emission emission) {
    /** The options of a menu, of which one is selected. The value finds its mark in one step, however many there are. */
    void menu(Field field, Menu menu, int value) {
        List<Choosable> options = menu.options();
        Stream<String> texts = Stream.concat(
                Stream.of(field.words().placeholder()),
                options.stream().flatMap(option -> Stream.of(option.label(), option.group())));
        if (emission.hasTranslations(texts)) {
            translatedMenu(field, menu, value);
        } else {
            plainMenu(field, menu, value);
        }
    }

    private void translatedMenu(Field field, Menu menu, int value) {
        List<Choosable> options = menu.options();
        Choice choice = choice(options, new int[0], field.initial());
        emission.code().op(Op.MATCH, value, emission.tables().choice(choice));
        HtmlWriter html = emission.html();
        if (menu.hasEmpty()) {
            empty(field.words().placeholder(), menu.isEmptyNamed());
        }
        for (int i = 0; i < options.size(); i++) {
            group(html, emission::attributeText, options, i);
            option(options.get(i), i);
        }
        group(html, emission::attributeText, options, options.size());
    }

    private void option(Choosable option, int index) {
        HtmlWriter html = emission.html();
        html.open(Element.OPTION).attribute(Attribute.VALUE, option.value().text());
        disabled(html, option);
        mark(index, Attribute.SELECTED);
        html.inside();
        emission.text(option.label());
        html.close(Element.OPTION);
    }

    private void plainMenu(Field field, Menu menu, int value) {
        List<Choosable> options = menu.options();
        ByteArrayOutputStream markup = new ByteArrayOutputStream();
        int[] marks = new int[options.size()];
        HtmlWriter writer = new HtmlWriter(piece -> markup.writeBytes(piece.getBytes(StandardCharsets.UTF_8)));
        if (menu.hasEmpty()) {
            empty(field.words().placeholder(), menu.isEmptyNamed());
        }
        for (int i = 0; i < marks.length; i++) {
            group(writer, writer::attributeText, options, i);
            writer.open(Element.OPTION)
                    .attribute(Attribute.VALUE, options.get(i).value().text());
            disabled(writer, options.get(i));
            marks[i] = markup.size();
            writer.inside().text(options.get(i).label()).close(Element.OPTION);
        }
        group(writer, writer::attributeText, options, marks.length);
        Choice choice = choice(options, marks, field.initial());
        Segment segment = emission.code().segment(markup.toString(StandardCharsets.UTF_8));
        Segment mark = emission.code().segment(HtmlWriter.capture(html -> html.flag(Attribute.SELECTED)));
        emission.code()
                .op(
                        Op.SELECT,
                        value,
                        emission.tables().choice(choice),
                        segment.offset(),
                        segment.length(),
                        mark.offset(),
                        mark.length());
    }

    private void empty(String placeholder, boolean isNamed) {
        emission.html().open(Element.OPTION).attribute(Attribute.VALUE, "").inside();
        if (placeholder.isEmpty() && isNamed) {
            emission.word(Word.NONE);
        } else {
            emission.text(placeholder);
        }
        emission.html().close(Element.OPTION);
    }

    /** Ends the group of options before the index, and begins that of the one at it, where it is another. */
    private static void group(HtmlWriter writer, Consumer<String> label, List<Choosable> options, int index) {
        String before = index == 0 ? "" : options.get(index - 1).group();
        String group = index == options.size() ? "" : options.get(index).group();
        if (before.equals(group)) {
            return;
        }
        if (!before.isEmpty()) {
            writer.close(Element.OPTGROUP);
        }
        if (!group.isEmpty()) {
            writer.open(Element.OPTGROUP).begin(Attribute.LABEL);
            label.accept(group);
            writer.end().inside();
        }
    }

    private static void disabled(HtmlWriter writer, Choosable option) {
        if (option.isDisabled()) {
            writer.flag(Attribute.DISABLED);
        }
    }

    /** The options of a menu, of which several may be selected. */
    void multipleMenu(Field field, List<Choosable> options, int value) {
        matchEach(field, options, value);
        for (int i = 0; i < options.size(); i++) {
            option(options.get(i), i);
        }
    }

    /** Options that are all in sight: radio buttons, or boxes where several may be checked. */
    void inSight(Field field, List<Choosable> options, boolean isSeveral, int value, Where id) {
        if (isSeveral) {
            matchEach(field, options, value);
        } else {
            int choice = emission.tables().choice(choice(options, new int[0], field.initial()));
            emission.code().op(Op.MATCH, value, choice);
        }
        for (int i = 0; i < options.size(); i++) {
            inSight(field, options, i, isSeveral, id);
        }
    }

    private void inSight(Field field, List<Choosable> options, int index, boolean isSeveral, Where id) {
        HtmlWriter html = emission.html();
        Where own = id.then("-" + index);
        html.open(Element.LABEL);
        emission.role(Role.OPTION_LABEL);
        own.attribute(Attribute.FOR, emission.code(), html);
        html.inside().open(Element.INPUT).attribute(Attribute.TYPE, isSeveral ? "checkbox" : "radio");
        emission.role(Role.OPTION_BOX);
        own.attribute(Attribute.ID, emission.code(), html);
        id.attribute(Attribute.NAME, emission.code(), html);
        html.attribute(Attribute.VALUE, options.get(index).value().text());
        if (field.state().isRequired() && !isSeveral) {
            html.flag(Attribute.REQUIRED);
        }
        emission.flag(
                Attribute.DISABLED,
                options.get(index).isDisabled()
                        ? Expression.TRUE
                        : FieldEmitter.either(
                                field.state().disabled(), field.state().readOnly()));
        mark(index, Attribute.CHECKED);
        html.inside().open(Element.SPAN).inside();
        emission.text(options.get(index).label());
        html.close(Element.SPAN).close(Element.LABEL);
    }

    private void matchEach(Field field, List<Choosable> options, int value) {
        Choice choice = choice(options, new int[0], field.initial());
        emission.code().op(Op.MATCH_EACH, value, emission.tables().choice(choice));
    }

    /** Writes the attribute if the option is among those remembered. */
    void mark(int index, Attribute mark) {
        Segment segment = emission.code().segment(HtmlWriter.capture(html -> html.flag(mark)));
        emission.code().op(Op.MARK, index, segment.offset(), segment.length());
    }

    /** Numbers of which one is a piece of a date. */
    void pieces(List<Integer> numbers, OptionalInt initial, int value, int piece) {
        ByteArrayOutputStream markup = new ByteArrayOutputStream();
        HtmlWriter writer = new HtmlWriter(text -> markup.writeBytes(text.getBytes(StandardCharsets.UTF_8)));
        int[] marks = new int[numbers.size()];
        for (int i = 0; i < marks.length; i++) {
            int number = numbers.get(i);
            writer.open(Element.OPTION).attribute(Attribute.VALUE, Integer.toString(number));
            marks[i] = markup.size();
            writer.inside()
                    .text(number < 10 ? "0" + number : Integer.toString(number))
                    .close(Element.OPTION);
        }
        List<Option> options = numbers.stream()
                .map(number -> new Option(Option.Type.NUMBER, number.toString()))
                .toList();
        int[] chosen = IntStream.range(0, marks.length)
                .filter(i -> initial.isPresent() && numbers.get(i) == initial.getAsInt())
                .toArray();
        Segment segment = emission.code().segment(markup.toString(StandardCharsets.UTF_8));
        Segment mark = emission.code().segment(HtmlWriter.capture(html -> html.flag(Attribute.SELECTED)));
        emission.code()
                .op(
                        Op.PIECE_SELECT,
                        value,
                        emission.tables().choice(new Choice(options, marks, chosen)),
                        segment.offset(),
                        segment.length(),
                        mark.offset(),
                        mark.length(),
                        piece);
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
