package dev.platen.engine.emit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Role;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Node.Field;
import java.util.EnumSet;
import java.util.List;

/**
 * Writes controls for files: those that are there, each with a button that removes it, and where others are chosen. All of
 * it is a part that can be rendered alone.
 */
final class FileEmitter {
    private static final Check TEXT = new Check.All(
            List.of(new Check.Type(EnumSet.of(Check.Kind.STRING)), new Check.Length(1, Integer.MAX_VALUE)));
    private static final Check LIST = new Check.All(List.of(
            new Check.Type(EnumSet.of(Check.Kind.ARRAY)),
            new Check.Items(List.of(), Check.ANYTHING, 1, Integer.MAX_VALUE, false, null, 0, Integer.MAX_VALUE)));

    private final Emission emission;
    private final CodeBuilder code;
    private final HtmlWriter html;
    private final FieldEmitter fields;
    private final KeptEmitter kept;

    FileEmitter(Emission emission, FieldEmitter fields) {
        this.emission = emission;
        this.code = emission.code();
        this.html = emission.html();
        this.fields = fields;
        this.kept = new KeptEmitter(emission);
    }

    void emit(Field field, Control.File file, Where id, int value) {
        Where own = id.then("__files");
        int part = emission.part(own);
        html.open(Element.DIV);
        emission.role(Role.FIELD);
        own.attribute(Attribute.ID, code, html);
        Segment focus = code.segment(HtmlWriter.escapedAttribute(own.id()));
        code.op(Op.FOCUS, focus.offset(), focus.length());
        html.inside();
        fields.caption(field, id);
        Expression.Path path = KeptEmitter.path(field);
        Expression isThere = new Expression.Holds(path, file.isSeveral() ? LIST : TEXT);
        files(field, file, id, value, isThere);
        control(field, file, id, isThere);
        kept.field(field, id, value);
        fields.end(field, id);
        emission.endPart(part);
    }

    private void control(Field field, Control.File file, Where id, Expression isThere) {
        html.open(Element.INPUT).attribute(Attribute.TYPE, "file");
        emission.role(Role.FILE, field.state().classes());
        fields.identity(id);
        emission.describedBy(id, field.words(), field.state());
        emission.invalid(id);
        if (field.state().isRequired()) {
            emission.flag(Attribute.REQUIRED, new Expression.Not(isThere)); // what is there need not be chosen again
        }
        fields.fixed(field);
        fields.focus(field);
        if (file.isSeveral()) {
            html.flag(Attribute.MULTIPLE);
        }
        if (!file.accept().isEmpty()) {
            html.attribute(Attribute.ACCEPT, file.accept());
        }
        html.inside();
    }

    /** Conditions on what can be changed are about the value around this one, so that they are asked before it is entered. */
    private void files(Field field, Control.File file, Where id, int value, Expression isThere) {
        Expression isFixed =
                FieldEmitter.either(field.state().disabled(), field.state().readOnly());
        int there = emission.test(isThere);
        html.open(Element.UL);
        emission.role(Role.LIST_PLAIN);
        html.inside();
        when(isFixed, () -> items(field, file, id, value, false));
        when(not(isFixed), () -> items(field, file, id, value, true));
        html.close(Element.UL);
        emission.endTest(there);
    }

    private static Expression not(Expression condition) {
        if (condition.equals(Expression.TRUE)) {
            return Expression.FALSE;
        }
        return condition.equals(Expression.FALSE) ? Expression.TRUE : new Expression.Not(condition);
    }

    private void when(Expression condition, Runnable content) {
        int test = emission.test(condition);
        if (test >= 0) {
            content.run();
            emission.endTest(test);
        }
    }

    private void items(Field field, Control.File file, Where id, int value, boolean canRemove) {
        code.op(Op.ENTER, value);
        if (file.isSeveral()) {
            Segment path = code.segment(HtmlWriter.escapedAttribute(id.id() + "_"));
            int loop = code.op(Op.LOOP, 0, path.offset(), path.length(), 0, 0, 0);
            item(field, Where.INNER, canRemove);
            code.op(Op.END);
            code.patch(loop, 3);
            code.patch(loop, 4);
        } else {
            item(field, id, canRemove);
        }
        code.op(Op.LEAVE);
    }

    private void item(Field field, Where id, boolean canRemove) {
        html.open(Element.LI);
        emission.role(Role.LIST_ITEM);
        html.inside().open(Element.BDI).inside();
        code.op(Op.FILE_NAME);
        html.close(Element.BDI).text(" (").open(Element.BDI).inside();
        code.op(Op.FILE_SIZE);
        html.close(Element.BDI).text(") ");
        if (canRemove) {
            emission.buttons(field).file(id);
        }
        html.close(Element.LI);
    }
}
