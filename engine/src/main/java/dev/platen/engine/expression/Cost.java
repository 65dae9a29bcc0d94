package dev.platen.engine.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelMap;
import java.util.List;

/**
 * How many steps an expression takes, estimated from its tree: one for each part, loops as often as their list has items.
 * A list of the data counts as {@value #ITEMS} items.
 */
final class Cost {
    static final int ITEMS = 100;

    /** What matching a pattern takes. */
    private static final int PATTERN = 50;

    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private Cost() {}

    static long of(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT, IDENT, NOT_SET -> 1;
            case SELECT -> sum(1, of(expression.select().operand()));
            case CALL -> call(expression.call());
            case LIST -> all(expression.list().elements());
            case MAP ->
                all(expression.map().entries().stream().map(CelMap.Entry::value).toList());
            case STRUCT -> UNBOUNDED;
            case COMPREHENSION -> loop(expression.comprehension());
        };
    }

    private static long call(CelCall call) {
        long own = call.function().equals("matches") ? PATTERN : 1;
        long target = call.target().map(Cost::of).orElse(0L);
        return sum(own, sum(target, all(call.args())));
    }

    private static long loop(CelComprehension loop) {
        long round = sum(of(loop.loopCondition()), of(loop.loopStep()));
        long items = items(loop.iterRange());
        long rounds = round > UNBOUNDED / Math.max(1, items) ? UNBOUNDED : round * items;
        return sum(sum(of(loop.iterRange()), rounds), sum(of(loop.accuInit()), of(loop.result())));
    }

    private static long items(CelExpr list) {
        return switch (list.getKind()) {
            case LIST -> list.list().elements().size();
            case MAP -> list.map().entries().size();
            case COMPREHENSION -> items(list.comprehension().iterRange());
            case CONSTANT, IDENT, SELECT, CALL, STRUCT, NOT_SET -> ITEMS;
        };
    }

    private static long all(List<CelExpr> expressions) {
        long sum = 1;
        for (CelExpr expression : expressions) {
            sum = sum(sum, of(expression));
        }
        return sum;
    }

    private static long sum(long one, long other) {
        return Math.min(UNBOUNDED, one + other);
    }
}
