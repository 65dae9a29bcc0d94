package dev.platen.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.platen.contract.plan.Expression;
import dev.platen.engine.script.Language;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for plain would be let through by the checker, and means the same. */
class PlainTest {
    private static final long SEED = 20_261_121;
    private static final int EXPRESSIONS = 4_000;
    private static final Bindings LOOP = Bindings.NONE.inLoop();
    private static final List<String> LEAVES = List.of(
            "data.a", "data", "item", "item.b.c", "index", "1", "2.5", "'x'", "true", "null", "[1, 2]", "['a']", "{}");
    private static final List<String> SIGNS =
            List.of("&&", "||", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "in");
    private static final List<String> METHODS = List.of("contains", "startsWith", "endsWith", "size", "nothing");

    private static String random(Random random, int depth) {
        if (depth == 0) {
            return LEAVES.get(random.nextInt(LEAVES.size()));
        }
        String one = random(random, depth - 1);
        String other = random(random, random.nextInt(depth));
        return switch (random.nextInt(8)) {
            case 0 -> "!(" + one + ")";
            case 1 -> "-(" + one + ")";
            case 2 -> "size(" + one + ")";
            case 3 -> "string(" + one + ")";
            case 4 -> "(%s).%s(%s)".formatted(one, METHODS.get(random.nextInt(METHODS.size())), other);
            case 5 -> "(%s ? %s : %s)".formatted(one, other, random(random, random.nextInt(depth)));
            case 6 -> "(%s)[%s]".formatted(one, other);
            default -> "(%s %s %s)".formatted(one, SIGNS.get(random.nextInt(SIGNS.size())), other);
        };
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    @Test
    void shouldAgreeWithTheChecker() {
        // Given
        Random random = new Random(SEED);
        int plain = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            String source = random(random, 1 + random.nextInt(4));
            CelAbstractSyntaxTree parsed = tree(Language.WRITTEN.parse(source));
            if (Plain.of(parsed.getExpr()) == Plain.UNKNOWN) {
                continue;
            }
            plain++;

            // When
            CelAbstractSyntaxTree checked = tree(Language.WRITTEN.check(parsed));
            Optional<Expression> lowered = new Lowering(parsed, LOOP).lowered();

            // Then
            assertThat(lowered).as(source).isEqualTo(new Lowering(checked, LOOP).lowered());
        }
        assertThat(plain).isGreaterThan(EXPRESSIONS / 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.a.string()", "contains(data.a, 'x')", "data.a.map(x, x)", "nobody.a", "index.a"})
    void shouldLeaveTheRestToTheChecker(String source) {
        assertThat(Plain.of(tree(Language.WRITTEN.parse(source)).getExpr())).isEqualTo(Plain.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.figures.size() > 3 && data.unit == 'kg'",
                "has(data.a) ? data.b + ' (' + string(index + 1) + ')' : 'none'",
                "item.price * 1.2 - data.discount >= 0.0",
                "data.kind in ['a', 'b'] || !data.rows[0].isOpen"
            })
    void shouldKnowWhatDocumentsSay(String source) {
        assertThat(Plain.of(tree(Language.WRITTEN.parse(source)).getExpr())).isNotEqualTo(Plain.UNKNOWN);
    }
}
