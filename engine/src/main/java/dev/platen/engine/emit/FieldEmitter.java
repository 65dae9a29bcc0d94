package dev.platen.engine.emit;

import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Option;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Bound;
import dev.platen.engine.ir.Control.Boxes;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Control.Concealed;
import dev.platen.engine.ir.Control.Line;
import dev.platen.engine.ir.Control.Lines;
import dev.platen.engine.ir.Control.Menu;
import dev.platen.engine.ir.Control.MultipleMenu;
import dev.platen.engine.ir.Control.Radios;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.ir.Node.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes single values: label, control, description and help. */
final class FieldEmitter {
    private final Emission emission;
    private final HtmlWriter html;
    private final OptionEmitter options;

    FieldEmitter(Emission emission) {
        this.emission = emission;
        this.html = emission.html();
        this.options = new OptionEmitter(emission);
    }

    void emit(Field field, Where around, Slots slots) {
        Where id = around.then(field.spot().id());
        switch (field.control()) {
            case Line line -> line(field, line, id, slots.leaf(field.spot()));
            case Lines lines -> lines(field, lines, id, slots.leaf(field.spot()));
            case Control.Box box -> box(field, id, slots.leaf(field.spot()));
            case Menu menu -> menu(field, menu, id, slots.leaf(field.spot()));
            case MultipleMenu menu -> multipleMenu(field, menu, id, several(field, slots));
            case Radios radios -> inSight(field, radios.options(), false, id, slots.leaf(field.spot()));
            case Boxes boxes -> inSight(field, boxes.options(), true, id, several(field, slots));
            case Concealed concealed -> concealed(field, id, slots.leaf(field.spot()));
        }
    }

    private int several(Field field, Slots slots) {
        return slots.list(field.spot(), emission.tables().itemScope());
    }

    private void line(Field field, Line line, Where id, int slot) {
        String type = line.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        begin(field, id);
        html.open(Element.INPUT).attribute(Attribute.TYPE, type);
        identity(id);
        state(field, id);
        readOnly(field);
        placeholder(field);
        bounds(line.bounds());
        boolean isTime = line.type() == Control.LineType.DATETIME_LOCAL || line.type() == Control.LineType.TIME;
        if (isTime) {
            html.attribute(Attribute.STEP, "any");
        }
        html.begin(Attribute.VALUE);
        emission.attributeValue(isTime ? Op.INSTANT : Op.ATTRIBUTE, slot, initial(field));
        html.end().inside();
        end(field, id);
    }

    private void lines(Field field, Lines lines, Where id, int slot) {
        begin(field, id);
        html.open(Element.TEXTAREA);
        identity(id);
        html.attribute(Attribute.ROWS, Integer.toString(lines.rows()));
        state(field, id);
        readOnly(field);
        placeholder(field);
        bounds(lines.bounds());
        html.insideKeepingLines();
        emission.textValue(slot, initial(field));
        html.close(Element.TEXTAREA);
        end(field, id);
    }

    private void box(Field field, Where id, int slot) {
        html.open(Element.DIV).attribute(Attribute.CLASS, "field box").inside();
        emission.description(id, field.words());
        html.open(Element.LABEL);
        id.attribute(Attribute.FOR, emission.code(), html);
        html.inside().open(Element.INPUT).attribute(Attribute.TYPE, "checkbox");
        identity(id);
        html.attribute(Attribute.VALUE, "true");
        emission.describedBy(id, field.words());
        fixed(field);
        boolean isInitiallyTrue = field.initial().stream().anyMatch(literal -> literal.type() == Option.Type.TRUE);
        Segment mark = emission.code().segment(HtmlWriter.capture(content -> content.flag(Attribute.CHECKED)));
        emission.code().op(Op.FLAG, slot, isInitiallyTrue ? 1 : 0, mark.offset(), mark.length());
        html.inside().open(Element.SPAN).inside();
        emission.title(field.words());
        html.close(Element.SPAN).close(Element.LABEL);
        end(field, id);
    }

    private void menu(Field field, Menu menu, Where id, int slot) {
        begin(field, id);
        html.open(Element.SELECT);
        identity(id);
        state(field, id);
        fixed(field.state().isReadOnly());
        html.inside();
        options.menu(field, menu.options(), menu.hasEmpty(), slot);
        html.close(Element.SELECT);
        end(field, id);
    }

    private void multipleMenu(Field field, MultipleMenu menu, Where id, int slot) {
        begin(field, id);
        html.open(Element.SELECT);
        identity(id);
        html.flag(Attribute.MULTIPLE);
        emission.describedBy(id, field.words());
        fixed(field);
        html.inside();
        options.multipleMenu(field, menu.options(), slot);
        html.close(Element.SELECT);
        end(field, id);
    }

    private void inSight(Field field, List<Choosable> choosable, boolean isSeveral, Where id, int slot) {
        html.open(Element.FIELDSET).attribute(Attribute.CLASS, "field options");
        id.attribute(Attribute.ID, emission.code(), html);
        emission.describedBy(id, field.words());
        html.inside();
        emission.legend(id, field.words(), field.state().isRequired());
        emission.description(id, field.words());
        options.inSight(field, choosable, isSeveral, slot, id);
        emission.help(id, field.words());
        html.close(Element.FIELDSET);
    }

    private void concealed(Field field, Where id, int slot) {
        html.open(Element.INPUT).attribute(Attribute.TYPE, "hidden");
        identity(id);
        html.begin(Attribute.VALUE);
        emission.attributeValue(Op.ATTRIBUTE, slot, initial(field));
        html.end().inside();
    }

    private void begin(Field field, Where id) {
        html.open(Element.DIV).attribute(Attribute.CLASS, "field").inside().open(Element.LABEL);
        id.attribute(Attribute.FOR, emission.code(), html);
        html.inside();
        emission.title(field.words());
        emission.requiredMark(field.state().isRequired());
        html.close(Element.LABEL);
        emission.description(id, field.words());
    }

    private void end(Field field, Where id) {
        emission.help(id, field.words());
        html.close(Element.DIV);
    }

    private void identity(Where id) {
        id.attribute(Attribute.ID, emission.code(), html);
        id.attribute(Attribute.NAME, emission.code(), html);
    }

    private void state(Field field, Where id) {
        emission.describedBy(id, field.words());
        if (field.state().isRequired()) {
            html.flag(Attribute.REQUIRED);
        }
        fixed(field.state().isDisabled());
        if (field.state().hasFocus()) {
            html.flag(Attribute.AUTOFOCUS);
        }
    }

    /** Some controls know no read-only state; those are disabled. */
    private void fixed(Field field) {
        fixed(field.state().isDisabled() || field.state().isReadOnly());
    }

    private void fixed(boolean isFixed) {
        if (isFixed) {
            html.flag(Attribute.DISABLED);
        }
    }

    private void readOnly(Field field) {
        if (field.state().isReadOnly()) {
            html.flag(Attribute.READONLY);
        }
    }

    private void placeholder(Field field) {
        if (!field.words().placeholder().isEmpty()) {
            html.attribute(Attribute.PLACEHOLDER, field.words().placeholder());
        }
    }

    private void bounds(Map<Bound, String> bounds) {
        bounds.forEach((bound, value) -> {
            Attribute attribute =
                    switch (bound) {
                        case MINLENGTH -> Attribute.MINLENGTH;
                        case MAXLENGTH -> Attribute.MAXLENGTH;
                        case PATTERN -> Attribute.PATTERN;
                        case MIN -> Attribute.MIN;
                        case MAX -> Attribute.MAX;
                        case STEP -> Attribute.STEP;
                    };
            html.attribute(attribute, value);
        });
    }

    private static String initial(Field field) {
        return field.initial().stream().findFirst().map(Literal::text).orElse("");
    }
}
