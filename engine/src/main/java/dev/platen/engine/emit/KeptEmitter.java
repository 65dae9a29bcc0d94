package dev.platen.engine.emit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Node.Alternatives;
import dev.platen.engine.ir.Node.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Writes hidden controls beside those that people see, for what these do not post: boxes that are not checked, controls that
 * are disabled, files, lists and objects without anything in them. What is posted then tells the data without them having
 * to be kept elsewhere.
 */
record KeptEmitter(Emission emission) {
    static final Check ANY_TYPE = new Check.Type(EnumSet.allOf(Check.Kind.class));
    private static final Check NULL = new Check.Type(EnumSet.of(Check.Kind.NULL));
    private static final Check LIST = new Check.Type(EnumSet.of(Check.Kind.ARRAY));
    private static final Check EMPTY_OBJECT = new Check.All(List.of(
            new Check.Type(EnumSet.of(Check.Kind.OBJECT)),
            new Check.Members(Map.of(), List.of(), Map.of(), Check.ANYTHING, null, 0, 0)));
    private static final String KEPT = "__kept";

    /** The value of the field as JSON, where there is one and its control does not post it. */
    void field(Field field, Where id, int value) {
        Expression.Path path = path(field);
        Expression isDisabled = isDisabled(field);
        value(both(isDisabled, new Expression.Holds(path, ANY_TYPE)), id.then("__fixed"), value);
        if (!isDisabled.equals(Expression.TRUE)
                && (isSilent(field) || field.type().contains(Check.Kind.NULL))) {
            Expression isEnabled =
                    isDisabled.equals(Expression.FALSE) ? Expression.TRUE : new Expression.Not(isDisabled);
            value(both(isEnabled, new Expression.Holds(path, isSilent(field) ? ANY_TYPE : NULL)), id.then(KEPT), value);
        }
    }

    /** The value of the field, once the members on the way to the last are entered. */
    static Expression.Path path(Field field) {
        List<String> members = field.spot().members();
        return Expression.Path.here(members.isEmpty() ? members : List.of(members.getLast()));
    }

    private static Expression both(Expression first, Expression second) {
        if (first.equals(Expression.FALSE)) {
            return first;
        }
        return first.equals(Expression.TRUE) ? second : new Expression.And(List.of(first, second));
    }

    private void value(Expression condition, Where name, int value) {
        int test = emission.test(condition);
        if (test >= 0) {
            begin(name);
            emission.json(value, Op.Context.ATTRIBUTE);
            emission.html().end().inside();
            emission.endTest(test);
        }
    }

    /** Whether a browser posts nothing for some of the values. */
    private static boolean isSilent(Field field) {
        return switch (field.control()) {
            case Control.Box box -> true;
            case Control.MultipleMenu menu -> true;
            case Control.Boxes boxes -> true;
            case Control.File file -> true;
            case Control.Line line -> false;
            case Control.Lines lines -> false;
            case Control.Raw raw -> false;
            case Control.DateMenus menus -> false;
            case Control.Menu menu -> false;
            case Control.Radios radios -> false;
            case Control.Concealed concealed -> false;
        };
    }

    private static Expression isDisabled(Field field) {
        return switch (field.control()) {
            case Control.Line line -> field.state().disabled();
            case Control.Lines lines -> field.state().disabled();
            case Control.Raw raw -> field.state().disabled();
            case Control.DateMenus menus -> field.state().disabled();
            case Control.Concealed concealed -> Expression.FALSE;
            case Control.Box box -> isFixed(field);
            case Control.MultipleMenu menu -> isFixed(field);
            case Control.Boxes boxes -> isFixed(field);
            case Control.File file -> isFixed(field);
            case Control.Menu menu -> isFixed(field);
            case Control.Radios radios -> isFixed(field);
        };
    }

    private static Expression isFixed(Field field) {
        return FieldEmitter.either(field.state().disabled(), field.state().readOnly());
    }

    /**
     * The current value, where it has no members that would be posted.
     *
     * @param isRequired whether an object without members comes back without being told
     */
    void emptyValue(Where id, boolean isRequired) {
        Check empty = isRequired ? NULL : new Check.Any(List.of(NULL, EMPTY_OBJECT));
        int test = emission.test(new Expression.Holds(Expression.Path.here(List.of()), empty));
        begin(id.then(KEPT));
        emission.json(Op.SELF, Op.Context.ATTRIBUTE);
        emission.html().end().inside();
        emission.endTest(test);
    }

    /** How many items the current value has, where it is a list. */
    void items(Where id) {
        Expression.Path here = Expression.Path.here(List.of());
        int test = emission.test(new Expression.Holds(here, LIST));
        begin(id.then("__items"));
        int size = emission.tables().expression(new Expression.Apply(Expression.Operator.SIZE, List.of(here)));
        emission.write(size, Op.Context.ATTRIBUTE);
        emission.html().end().inside();
        emission.endTest(test);
    }

    /** How many items are shown where there is no list. */
    void initialItems(Where id, int count) {
        hidden(id.then("__items"), Integer.toString(count));
    }

    /** Which of the alternatives is shown, where the choice between them is disabled. */
    void choice(Alternatives alternatives, Where own) {
        int test = emission.test(alternatives.state().disabled());
        if (test < 0) {
            return;
        }
        for (int i = 0; i < alternatives.branches().size(); i++) {
            int branch = emission.code().op(Op.CASE, i, 0);
            hidden(own, Integer.toString(i));
            emission.code().patch(branch, 1);
        }
        emission.endTest(test);
    }

    /** That a part is on the page. */
    void presence(Where id, String suffix) {
        hidden(id.then(suffix), "1");
    }

    /** The name of the current entry, where it cannot be changed. */
    void key(Where key) {
        begin(key);
        emission.code().op(Op.KEY);
        emission.html().end().inside();
    }

    private void hidden(Where name, String value) {
        begin(name);
        emission.html().attributeText(value);
        emission.html().end().inside();
    }

    private void begin(Where name) {
        HtmlWriter html = emission.html();
        html.open(Element.INPUT).attribute(Attribute.TYPE, "hidden");
        name.attribute(Attribute.NAME, emission.code(), html);
        html.begin(Attribute.VALUE);
    }
}
