package dev.platen.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.And;
import dev.platen.contract.plan.Expression.Apply;
import dev.platen.contract.plan.Expression.Base;
import dev.platen.contract.plan.Expression.Conditional;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Expression.Not;
import dev.platen.contract.plan.Expression.Operator;
import dev.platen.contract.plan.Expression.Or;
import dev.platen.contract.plan.Expression.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An expression that is checked, or plainly well-typed, in the plan's own operators; nothing where it needs more than these. */
record Lowering(CelAbstractSyntaxTree tree, Bindings bindings) {
    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("_==_", Operator.EQUAL),
            Map.entry("_!=_", Operator.DIFFERENT),
            Map.entry("_<_", Operator.LESS),
            Map.entry("_<=_", Operator.LESS_OR_EQUAL),
            Map.entry("_>_", Operator.GREATER),
            Map.entry("_>=_", Operator.GREATER_OR_EQUAL),
            Map.entry("_-_", Operator.SUBTRACT),
            Map.entry("_*_", Operator.MULTIPLY),
            Map.entry("_/_", Operator.DIVIDE),
            Map.entry("_%_", Operator.REMAINDER),
            Map.entry("-_", Operator.NEGATE),
            Map.entry("@in", Operator.IN),
            Map.entry("size", Operator.SIZE),
            Map.entry("contains", Operator.CONTAINS),
            Map.entry("startsWith", Operator.STARTS_WITH),
            Map.entry("endsWith", Operator.ENDS_WITH),
            Map.entry("string", Operator.STRING));

    Optional<Expression> lowered() {
        return of(tree.getExpr());
    }

    private Optional<Expression> of(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> Constants.of(expression.constant()).map(Known::new);
            case LIST, MAP -> Constants.of(expression).map(Known::new);
            case IDENT -> name(expression.ident().name());
            case SELECT -> select(expression.select());
            case CALL -> call(expression.call());
            case STRUCT, COMPREHENSION, NOT_SET -> Optional.empty();
        };
    }

    private Optional<Expression> name(String name) {
        return switch (name) {
            case "data" -> Optional.of(Path.root(List.of()));
            case "item" -> Optional.of(bindings.currentItem());
            case "index" -> Optional.of(bindings.currentIndex());
            default -> Optional.empty();
        };
    }

    private Optional<Expression> select(CelSelect select) {
        CelExpr operand = select.operand();
        boolean isParameter = operand.getKind() == CelExpr.ExprKind.Kind.IDENT
                && operand.ident().name().equals("params");
        Optional<Expression> member = isParameter
                ? bindings.parameter(select.field())
                : of(operand).flatMap(base -> step(base, select.field()));
        return select.testOnly() ? member.map(value -> new Apply(Operator.HAS, List.of(value))) : member;
    }

    private static Optional<Expression> step(Expression base, String name) {
        if (base instanceof Path path && path.base() != Base.POSITION) {
            List<String> steps = new ArrayList<>(path.steps());
            steps.add(name);
            return Optional.of(new Path(path.base(), path.outward(), steps));
        }
        return Constants.member(base, name).map(Known::new);
    }

    private Optional<Expression> call(CelCall call) {
        Optional<List<Expression>> operands =
                all(Stream.concat(call.target().stream(), call.args().stream()).toList());
        return switch (call.function()) {
            case "_[_]" -> index(call);
            case "_&&_" -> operands.map(And::new);
            case "_||_" -> operands.map(Or::new);
            case "!_" -> operands.map(list -> new Not(list.getFirst()));
            case "_?_:_" -> operands.map(list -> new Conditional(list.get(0), list.get(1), list.get(2)));
            case "_+_" -> sum(call).flatMap(operator -> operands.map(list -> new Apply(operator, list)));
            default ->
                Optional.ofNullable(OPERATORS.get(call.function()))
                        .flatMap(operator -> operands.map(list -> new Apply(operator, list)));
        };
    }

    /** An item by its number, or a member by its name, where that is known. */
    private Optional<Expression> index(CelCall call) {
        CelExpr key = call.args().get(1);
        if (key.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return Optional.empty();
        }
        CelConstant constant = key.constant();
        Optional<String> name =
                switch (constant.getKind()) {
                    case STRING_VALUE -> Optional.of(constant.stringValue());
                    case INT64_VALUE ->
                        constant.int64Value() < 0
                                ? Optional.empty()
                                : Optional.of(Long.toString(constant.int64Value()));
                    default -> Optional.empty();
                };
        return name.flatMap(step -> of(call.args().get(0)).flatMap(base -> step(base, step)));
    }

    /** Lists cannot be added here, and what may be one is not. */
    private Optional<Operator> sum(CelCall call) {
        List<Plain> kinds = call.args().stream().map(this::kind).toList();
        if (kinds.contains(Plain.TEXT)) {
            return Optional.of(Operator.CONCATENATE);
        }
        boolean isNumber = kinds.contains(Plain.WHOLE) || kinds.contains(Plain.FRACTION);
        return isNumber ? Optional.of(Operator.ADD) : Optional.empty();
    }

    /** What an operand is; the checker knows more than can be told without it. */
    private Plain kind(CelExpr operand) {
        if (!tree.isChecked()) {
            return Plain.of(operand);
        }
        CelType type = tree.getType(operand.id()).orElse(SimpleType.DYN);
        if (type.equals(SimpleType.STRING)) {
            return Plain.TEXT;
        }
        return type.equals(SimpleType.INT)
                ? Plain.WHOLE
                : type.equals(SimpleType.DOUBLE) ? Plain.FRACTION : Plain.UNKNOWN;
    }

    private Optional<List<Expression>> all(List<CelExpr> operands) {
        List<Expression> lowered = new ArrayList<>();
        for (CelExpr operand : operands) {
            Optional<Expression> one = of(operand);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            lowered.add(one.get());
        }
        return Optional.of(lowered);
    }
}
