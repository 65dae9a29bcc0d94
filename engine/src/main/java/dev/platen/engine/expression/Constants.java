package dev.platen.engine.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Option;
import dev.platen.engine.json.CanonicalNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that are known while compiling, from one vocabulary into the other. */
final class Constants {
    private Constants() {}

    static Optional<Constant> of(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> of(expression.constant());
            case LIST -> list(expression.list().elements());
            case MAP -> map(expression.map());
            case IDENT, SELECT, CALL, STRUCT, COMPREHENSION, NOT_SET -> Optional.empty();
        };
    }

    private static Optional<Constant> list(List<CelExpr> elements) {
        List<Constant> items = new ArrayList<>();
        for (CelExpr element : elements) {
            Optional<Constant> item = of(element);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(new Constant.Items(items));
    }

    private static Optional<Constant> map(CelMap map) {
        Map<String, Constant> members = new LinkedHashMap<>();
        for (CelMap.Entry entry : map.entries()) {
            Optional<Constant> value = of(entry.value());
            boolean isNamed = entry.key().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                    && entry.key().constant().getKind() == CelConstant.Kind.STRING_VALUE;
            if (value.isEmpty() || !isNamed) {
                return Optional.empty();
            }
            members.put(entry.key().constant().stringValue(), value.get());
        }
        return Optional.of(new Constant.Members(members));
    }

    static Optional<Constant> of(CelConstant constant) {
        return switch (constant.getKind()) {
            case NULL_VALUE -> single(Option.Type.NULL, "");
            case BOOLEAN_VALUE -> single(constant.booleanValue() ? Option.Type.TRUE : Option.Type.FALSE, "");
            case INT64_VALUE -> number(BigDecimal.valueOf(constant.int64Value()));
            case UINT64_VALUE -> number(new BigDecimal(constant.uint64Value().bigIntegerValue()));
            case DOUBLE_VALUE ->
                Double.isFinite(constant.doubleValue())
                        ? number(BigDecimal.valueOf(constant.doubleValue()))
                        : Optional.empty();
            case STRING_VALUE -> single(Option.Type.STRING, constant.stringValue());
            case BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE, NOT_SET -> Optional.empty();
        };
    }

    private static Optional<Constant> number(BigDecimal number) {
        return single(Option.Type.NUMBER, CanonicalNumber.of(number));
    }

    private static Optional<Constant> single(Option.Type type, String value) {
        return Optional.of(new Constant.Single(new Option(type, value)));
    }

    /** The member of a known object, or the item of a known list. */
    static Optional<Constant> member(Expression base, String name) {
        if (!(base instanceof Known known)) {
            return Optional.empty();
        }
        return switch (known.constant()) {
            case Constant.Members members ->
                Optional.ofNullable(members.members().get(name));
            case Constant.Items items ->
                items.items().stream()
                        .skip(
                                name.matches("[0-9]{1,6}")
                                        ? Integer.parseInt(name)
                                        : items.items().size())
                        .findFirst();
            case Constant.Single single -> Optional.empty();
        };
    }
}
