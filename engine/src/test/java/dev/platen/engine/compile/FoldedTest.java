package dev.platen.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Apply;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Expression.Operator;
import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known while compiling is computed then, as it would be later. */
class FoldedTest {
    private static final Expression OPEN = Expression.Path.root(List.of("a"));
    private static final Node TEXT = new Node.Shown(new Content.Text("x"));

    private static Folded.Result pass(Node root) {
        return Folded.of(
                new Form("", Form.Kind.PAGE, root, List.of(), List.of(), Form.Submit.NONE, new byte[0], Map.of()));
    }

    private static Expression known(Option.Type type, String value) {
        return new Known(new Constant.Single(new Option(type, value)));
    }

    private static Expression folded(Expression condition) {
        return ((Node.When) pass(new Node.When(condition, List.of(TEXT), List.of()))
                        .form()
                        .root())
                .condition();
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL, STRING, a, a, true",
        "EQUAL, NUMBER, 1, 1.0, true",
        "DIFFERENT, STRING, a, b, true",
        "LESS, NUMBER, 9, 10, true",
        "LESS, STRING, 9, 10, false",
        "GREATER_OR_EQUAL, NUMBER, 2, 2, true",
        "CONTAINS, STRING, abc, b, true",
        "STARTS_WITH, STRING, abc, b, false",
        "ENDS_WITH, STRING, abc, c, true"
    })
    void shouldCompareWhatIsKnown(Operator operator, Option.Type type, String one, String other, boolean isTrue) {
        // Given
        Expression comparison = new Apply(operator, List.of(known(type, one), known(type, other)));

        // When
        Expression folded = folded(comparison);

        // Then
        assertThat(folded).isEqualTo(isTrue ? Expression.TRUE : Expression.FALSE);
    }

    @Test
    void shouldLeaveWhatIsNotKnown() {
        // Given
        Expression comparison = new Apply(Operator.EQUAL, List.of(OPEN, known(Option.Type.STRING, "a")));

        // When
        Folded.Result result = pass(new Node.When(comparison, List.of(TEXT), List.of()));

        // Then
        assertThat(((Node.When) result.form().root()).condition()).isEqualTo(comparison);
        assertThat(result.conditions()).isEqualTo(1);
        assertThat(result.decided()).isZero();
    }

    @Test
    void shouldChooseTheValueThatIsShown() {
        // Given
        Expression value = new Expression.Conditional(
                new Apply(Operator.EQUAL, List.of(known(Option.Type.STRING, "a"), known(Option.Type.STRING, "a"))),
                OPEN,
                known(Option.Type.STRING, "no"));

        // When
        Folded.Result result = pass(new Node.Shown(new Content.Computed(value)));

        // Then
        assertThat(result.form().root()).isEqualTo(new Node.Shown(new Content.Computed(OPEN)));
    }

    @Test
    void shouldShowKnownTextAsItIs() {
        // Given
        Node text = new Node.Shown(new Content.Computed(known(Option.Type.STRING, "x")));

        // When
        Folded.Result result = pass(text);

        // Then
        assertThat(result.form().root()).isEqualTo(text);
    }
}
