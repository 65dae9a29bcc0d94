package dev.platen.contract.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Expressions and constants as text, for people: much as they are written in documents. */
final class ExpressionText {
    private ExpressionText() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Known known -> of(known.constant());
            case Expression.Path path -> path(path);
            case Expression.Holds holds -> path(holds.path()) + " is " + CheckText.of(holds.check());
            case Expression.Not not -> "!" + inner(not.operand());
            case Expression.And and -> joined(and.operands(), " && ", "true");
            case Expression.Or or -> joined(or.operands(), " || ", "false");
            case Expression.Conditional conditional ->
                "%s ? %s : %s"
                        .formatted(
                                inner(conditional.condition()),
                                inner(conditional.then()),
                                inner(conditional.otherwise()));
            case Expression.Apply apply -> apply(apply);
            case Expression.Script script -> "cel(" + PlanListing.quoted(script.source()) + ")";
        };
    }

    private static String inner(Expression expression) {
        return switch (expression) {
            case Expression.Known _, Expression.Path _, Expression.Script _, Expression.Not _ -> of(expression);
            case Expression.Holds _, Expression.And _, Expression.Or _, Expression.Conditional _, Expression.Apply _ ->
                "(" + of(expression) + ")";
        };
    }

    private static String joined(List<Expression> operands, String operator, String none) {
        return operands.isEmpty()
                ? none
                : operands.stream().map(ExpressionText::inner).collect(Collectors.joining(operator));
    }

    private static String path(Expression.Path path) {
        String base =
                switch (path.base()) {
                    case ROOT -> "data";
                    case HERE -> "here";
                    case ITEM -> "item";
                    case POSITION -> "index";
                };
        String outward = path.outward() == 0 ? "" : "_" + path.outward();
        return base + outward + path.steps().stream().map(step -> "." + step).collect(Collectors.joining());
    }

    private static String apply(Expression.Apply apply) {
        List<Expression> operands = apply.operands();
        String sign = sign(apply.operator());
        if (!sign.isEmpty() && operands.size() == 2) {
            return inner(operands.get(0)) + " " + sign + " " + inner(operands.get(1));
        }
        return apply.operator().name().toLowerCase(Locale.ROOT)
                + operands.stream().map(ExpressionText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String sign(Expression.Operator operator) {
        return switch (operator) {
            case EQUAL -> "==";
            case DIFFERENT -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
            case REMAINDER -> "%";
            case IN -> "in";
            case NEGATE, SIZE, HAS, CONTAINS, STARTS_WITH, ENDS_WITH, STRING, CONCATENATE -> "";
        };
    }

    static String of(Constant constant) {
        return switch (constant) {
            case Constant.Single single -> single(single.option());
            case Constant.Items items ->
                PlanListing.some(items.items().stream().map(ExpressionText::of).toList());
            case Constant.Members members ->
                members.members().entrySet().stream()
                        .map(member -> PlanListing.quoted(member.getKey()) + ": " + of(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String single(Option option) {
        return switch (option.type()) {
            case STRING -> PlanListing.quoted(option.value());
            case NUMBER, JSON -> option.value();
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
    }
}
