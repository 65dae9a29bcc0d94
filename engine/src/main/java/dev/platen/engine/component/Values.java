package dev.platen.engine.component;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Option;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.expression.Bindings.Argument;
import dev.platen.engine.expression.Expressions;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of a document: any of them may be an expression, as an object of that type. */
final class Values {
    private static final String EXPRESSION = "expression";

    private final Findings findings;
    private final Expressions expressions;

    Values(Findings findings, Limits limits) {
        this.findings = findings;
        this.expressions = new Expressions(findings, limits);
    }

    static boolean isExpression(Value value) {
        return value instanceof ObjectValue object
                && object.member("type").orElse(null) instanceof StringValue type
                && type.text().equals(EXPRESSION);
    }

    /** A value as text of the page. */
    Optional<Content> content(Value value, Placement at) {
        if (isExpression(value)) {
            return expression(value, at).map(Values::content);
        }
        return switch (value) {
            case StringValue text -> Optional.of(new Content.Text(text.text()));
            case NumberValue number -> Optional.of(new Content.Text(number.text()));
            case BooleanValue flag -> Optional.of(new Content.Text(Boolean.toString(flag.isTrue())));
            case NullValue _, ObjectValue _, ArrayValue _ -> Optional.empty();
        };
    }

    /** What is known is text of the document, to be translated as such. */
    private static Content content(Expression expression) {
        return expression instanceof Known(Constant.Single(Option option)) && option.type() == Option.Type.STRING
                ? new Content.Text(option.value())
                : new Content.Computed(expression);
    }

    /** A value as an expression: what it computes, or what is known. */
    Optional<Expression> expression(Value value, Placement at) {
        if (!isExpression(value)) {
            return Optional.of(new Known(constant(value)));
        }
        return source(value).flatMap(source -> read(source, at));
    }

    /** A value as a condition: a string is an expression too. */
    Optional<Expression> condition(Value value, Placement at) {
        return value instanceof StringValue source ? read(source, at) : expression(value, at);
    }

    /** A value as a list: a string is an expression too. */
    Optional<Expression> list(Value value, Placement at) {
        return condition(value, at);
    }

    /** The item of the innermost loop, as text of the page. */
    static Content item(Placement at) {
        return content(at.bindings().currentItem());
    }

    /** A value that is handed to a component. */
    Argument argument(Value value, Placement at) {
        if (!isExpression(value)) {
            return Expressions.argument(constant(value), at.bindings());
        }
        Expression expression = expression(value, at).orElse(Expression.FALSE);
        return expressions.argument(expression, source(value).map(StringValue::text), value.place(), at.bindings());
    }

    private Optional<Expression> read(StringValue source, Placement at) {
        return expressions.read(source.text(), source.place(), at.bindings());
    }

    /** A computed value of a column and the like, where a string is an expression too. */
    Optional<Content> computed(Value value, Placement at) {
        return condition(value, at).map(Values::content);
    }

    private Optional<StringValue> source(Value value) {
        Place place = value.place();
        if (value instanceof ObjectValue object
                && object.member(EXPRESSION).orElse(null) instanceof StringValue source) {
            return Optional.of(source);
        }
        findings.error(
                place,
                "wrong-type",
                "an object of type 'expression' needs a string 'expression' with what it computes");
        return Optional.empty();
    }

    static Constant constant(Value value) {
        return switch (value) {
            case StringValue text -> single(Option.Type.STRING, text.text());
            case NumberValue number -> single(Option.Type.NUMBER, number.text());
            case BooleanValue flag -> single(flag.isTrue() ? Option.Type.TRUE : Option.Type.FALSE, "");
            case NullValue _ -> single(Option.Type.NULL, "");
            case ArrayValue array -> new Constant.Items(constants(array.items()));
            case ObjectValue object -> {
                Map<String, Constant> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(name, constant(member)));
                yield new Constant.Members(members);
            }
        };
    }

    private static List<Constant> constants(List<Value> items) {
        return items.stream().map(Values::constant).toList();
    }

    private static Constant single(Option.Type type, String text) {
        return new Constant.Single(new Literal(type, text).option());
    }
}
