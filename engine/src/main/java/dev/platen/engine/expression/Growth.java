package dev.platen.engine.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many times over an expression can contain a value that it reads, at most. A loop that names its item twice doubles
 * it, and loops over loops double it again; comparing such values would take as long as they are large.
 */
final class Growth {
    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private Growth() {}

    static long of(CelExpr expression) {
        return of(expression, Map.of());
    }

    private static long of(CelExpr expression, Map<String, Long> names) {
        return switch (expression.getKind()) {
            case CONSTANT, NOT_SET -> 1;
            case IDENT -> names.getOrDefault(expression.ident().name(), 1L);
            case SELECT -> of(expression.select().operand(), names);
            case CALL -> {
                long sum = sum(expression.call().args(), names);
                yield expression.call().target().isPresent()
                        ? sum(sum, of(expression.call().target().get(), names))
                        : sum;
            }
            case LIST -> sum(expression.list().elements(), names);
            case STRUCT -> UNBOUNDED;
            case MAP ->
                sum(
                        expression.map().entries().stream()
                                .map(CelExpr.CelMap.Entry::value)
                                .toList(),
                        names);
            case COMPREHENSION -> of(expression.comprehension(), names);
        };
    }

    private static long of(CelComprehension loop, Map<String, Long> names) {
        long range = of(loop.iterRange(), names);
        Map<String, Long> inner = new HashMap<>(names);
        inner.put(loop.iterVar(), range);
        inner.put(loop.accuVar(), of(loop.accuInit(), names));
        long step = of(loop.loopStep(), inner);
        inner.put(loop.accuVar(), step);
        return Math.max(Math.max(of(loop.result(), inner), of(loop.loopCondition(), inner)), range);
    }

    private static long sum(List<CelExpr> expressions, Map<String, Long> names) {
        long sum = 1;
        for (CelExpr expression : expressions) {
            sum = sum(sum, of(expression, names));
        }
        return sum;
    }

    private static long sum(long one, long other) {
        return Math.min(UNBOUNDED, one + other);
    }
}
