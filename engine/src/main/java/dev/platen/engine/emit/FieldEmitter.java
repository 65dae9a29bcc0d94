package dev.platen.engine.emit;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Option;
import dev.platen.contract.plan.Role;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Boxes;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Control.Hint;
import dev.platen.engine.ir.Control.Line;
import dev.platen.engine.ir.Control.LineType;
import dev.platen.engine.ir.Control.Lines;
import dev.platen.engine.ir.Control.Menu;
import dev.platen.engine.ir.Control.MultipleMenu;
import dev.platen.engine.ir.Control.Radios;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.ir.Node.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes single values: label, control, description, errors and help. */
final class FieldEmitter {
    private final Emission emission;
    private final HtmlWriter html;
    private final OptionEmitter options;
    private final KeptEmitter kept;
    private final DateEmitter dates;
    private final HintEmitter hints;
    private final FileEmitter files;

    FieldEmitter(Emission emission) {
        this.emission = emission;
        this.html = emission.html();
        this.options = new OptionEmitter(emission);
        this.kept = new KeptEmitter(emission);
        this.hints = new HintEmitter(emission);
        this.dates = new DateEmitter(emission, options);
        this.files = new FileEmitter(emission, this);
    }

    void emit(Field field, Where around) {
        Where id = around.then(field.spot().id());
        int value = emission.reach(field.spot());
        switch (field.control()) {
            case Line line -> line(field, line, id, value);
            case Lines lines -> lines(field, lines.rows(), lines.hints(), id, value);
            case Control.Raw raw -> raw(field, raw, id, value);
            case Control.Box box -> box(field, id, value);
            case Menu menu -> menu(field, menu, id, value);
            case MultipleMenu menu -> multipleMenu(field, menu, id, value);
            case Radios radios -> inSight(field, radios.options(), false, radios.isInline(), id, value);
            case Boxes boxes -> inSight(field, boxes.options(), true, boxes.isInline(), id, value);
            case Control.File file -> files.emit(field, file, id, value);
            case Control.DateMenus menus -> dates.emit(field, menus, id, value);
            case Control.Concealed concealed -> hidden(field, id, value);
        }
        if (!(field.control() instanceof Control.File)) { // that has it within its part
            kept.field(field, id, value);
        }
        emission.back(field.spot());
    }

    /** Marks an option that an instruction has remembered. */
    void mark(int index, Attribute mark) {
        options.mark(index, mark);
    }

    private void line(Field field, Line line, Where id, int value) {
        begin(field, id);
        html.open(Element.INPUT).attribute(Attribute.TYPE, printed(line.type()));
        emission.role(role(line.type()), field.state().classes());
        identity(id);
        state(field, id);
        emission.flag(Attribute.READONLY, field.state().readOnly());
        placeholder(field);
        hints.attributes(line.hints());
        List<String> suggestions =
                line.suggestions().stream().map(Literal::text).toList();
        hints.list(id, suggestions);
        boolean isTime = line.type() == LineType.DATETIME_LOCAL || line.type() == LineType.TIME;
        boolean hasSeconds = isTime || line.type() == LineType.LOCAL_TIME;
        if (hasSeconds && !line.hints().containsKey(Hint.STEP)) {
            html.attribute(Attribute.STEP, "any");
        }
        html.begin(Attribute.VALUE);
        emission.attributeValue(isTime ? Op.INSTANT : Op.ATTRIBUTE, value, initial(field));
        html.end().inside();
        hints.suggestions(id, suggestions);
        end(field, id);
    }

    private static String printed(LineType type) {
        return type == LineType.LOCAL_TIME
                ? "time"
                : type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Role role(LineType type) {
        return switch (type) {
            case RANGE -> Role.RANGE;
            case COLOR -> Role.COLOR;
            default -> Role.INPUT;
        };
    }

    private void lines(Field field, int rows, Map<Hint, String> hints, Where id, int value) {
        area(field, rows, hints, id);
        emission.textValue(value, initial(field));
        html.close(Element.TEXTAREA);
        end(field, id);
    }

    private void area(Field field, int rows, Map<Hint, String> hints, Where id) {
        begin(field, id);
        html.open(Element.TEXTAREA);
        emission.role(Role.TEXTAREA, field.state().classes());
        identity(id);
        html.attribute(Attribute.ROWS, Integer.toString(rows));
        state(field, id);
        emission.flag(Attribute.READONLY, field.state().readOnly());
        placeholder(field);
        this.hints.attributes(hints);
        html.insideKeepingLines();
    }

    private void raw(Field field, Control.Raw raw, Where id, int value) {
        area(field, raw.rows(), Map.of(), id);
        emission.json(value, Op.Context.TEXT);
        html.close(Element.TEXTAREA);
        end(field, id);
    }

    private void box(Field field, Where id, int value) {
        html.open(Element.DIV);
        emission.role(Role.BOX_FIELD, field.state().classes());
        html.inside();
        emission.description(id, field.words());
        html.open(Element.LABEL);
        emission.role(Role.BOX_LABEL);
        id.attribute(Attribute.FOR, emission.code(), html);
        html.inside().open(Element.INPUT).attribute(Attribute.TYPE, "checkbox");
        emission.role(Role.BOX);
        identity(id);
        html.attribute(Attribute.VALUE, "true");
        emission.describedBy(id, field.words(), field.state());
        emission.invalid(id);
        if (field.state().isRequired()) {
            html.flag(Attribute.REQUIRED);
        }
        fixed(field);
        focus(field);
        boolean isInitiallyTrue = field.initial().stream().anyMatch(literal -> literal.type() == Option.Type.TRUE);
        Segment mark = emission.code().segment(HtmlWriter.capture(content -> content.flag(Attribute.CHECKED)));
        emission.code().op(Op.FLAG, value, isInitiallyTrue ? 1 : 0, mark.offset(), mark.length());
        html.inside().open(Element.SPAN);
        if (!field.words().isTitleShown()) {
            html.attribute(Attribute.CLASS, "platen-unseen");
        }
        html.inside();
        emission.title(field.words());
        emission.requiredMark(field.state().isMarkedRequired());
        html.close(Element.SPAN).close(Element.LABEL);
        end(field, id);
    }

    private void menu(Field field, Menu menu, Where id, int value) {
        begin(field, id);
        html.open(Element.SELECT);
        emission.role(Role.SELECT, field.state().classes());
        identity(id);
        state(field, id);
        emission.flag(Attribute.DISABLED, field.state().readOnly());
        html.inside();
        options.menu(field, menu, value);
        html.close(Element.SELECT);
        end(field, id);
    }

    private void multipleMenu(Field field, MultipleMenu menu, Where id, int value) {
        begin(field, id);
        html.open(Element.SELECT);
        emission.role(Role.SELECT, field.state().classes());
        identity(id);
        html.flag(Attribute.MULTIPLE);
        emission.describedBy(id, field.words(), field.state());
        emission.invalid(id);
        fixed(field);
        focus(field);
        html.inside();
        options.multipleMenu(field, menu.options(), value);
        html.close(Element.SELECT);
        end(field, id);
    }

    private void inSight(
            Field field, List<Choosable> choosable, boolean isSeveral, boolean isInline, Where id, int value) {
        html.open(Element.FIELDSET);
        emission.role(Role.OPTIONS, (isInline ? "inline " : "") + field.state().classes());
        id.attribute(Attribute.ID, emission.code(), html);
        emission.describedBy(id, field.words(), field.state());
        html.inside();
        emission.legend(id, field.words(), field.state().isMarkedRequired());
        emission.description(id, field.words());
        options.inSight(field, choosable, isSeveral, value, id);
        emission.errors(id, field.state());
        emission.help(id, field.words());
        html.close(Element.FIELDSET);
    }

    private void hidden(Field field, Where id, int value) {
        html.open(Element.INPUT).attribute(Attribute.TYPE, "hidden");
        identity(id);
        html.begin(Attribute.VALUE);
        emission.attributeValue(Op.ATTRIBUTE, value, initial(field));
        html.end().inside();
    }

    private void begin(Field field, Where id) {
        html.open(Element.DIV);
        emission.role(Role.FIELD);
        html.inside();
        caption(field, id);
    }

    /** Writes the label, and the description. */
    void caption(Field field, Where id) {
        html.open(Element.LABEL);
        emission.role(Role.LABEL, field.words().isTitleShown() ? "" : "platen-unseen");
        id.attribute(Attribute.FOR, emission.code(), html);
        html.inside();
        emission.title(field.words());
        emission.requiredMark(field.state().isMarkedRequired());
        html.close(Element.LABEL);
        emission.description(id, field.words());
    }

    /** Writes what is behind a control, up to the end of the block around it. */
    void end(Field field, Where id) {
        emission.errors(id, field.state());
        emission.help(id, field.words());
        html.close(Element.DIV);
    }

    void identity(Where id) {
        id.attribute(Attribute.ID, emission.code(), html);
        id.attribute(Attribute.NAME, emission.code(), html);
    }

    private void state(Field field, Where id) {
        emission.describedBy(id, field.words(), field.state());
        emission.invalid(id);
        if (field.state().isRequired()) {
            html.flag(Attribute.REQUIRED);
        }
        emission.flag(Attribute.DISABLED, field.state().disabled());
        focus(field);
    }

    void focus(Field field) {
        if (field.state().hasFocus()) {
            html.flag(Attribute.AUTOFOCUS);
        }
    }

    /** Some controls know no read-only state; those are disabled. */
    void fixed(Field field) {
        emission.flag(
                Attribute.DISABLED,
                either(field.state().disabled(), field.state().readOnly()));
    }

    static Expression either(Expression one, Expression other) {
        if (one.equals(Expression.TRUE) || other.equals(Expression.FALSE)) {
            return one;
        }
        return one.equals(Expression.FALSE) ? other : new Expression.Or(List.of(one, other));
    }

    private void placeholder(Field field) {
        if (!field.words().placeholder().isEmpty()) {
            html.begin(Attribute.PLACEHOLDER);
            emission.attributeText(field.words().placeholder());
            html.end();
        }
    }

    private static String initial(Field field) {
        return field.initial().stream().findFirst().map(Literal::text).orElse("");
    }
}
