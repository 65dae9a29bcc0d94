package dev.platen.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.plan.Expression;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can never be shown is not in the plan. */
class WithoutDeadPartsTest {
    private static final Expression OPEN = Expression.Path.root(List.of("a"));
    private static final Node TEXT = new Node.Shown(new Content.Text("x"));
    private static final Node OTHER = new Node.Shown(new Content.Text("y"));

    private static WithoutDeadParts.Result pass(Node... children) {
        Node root = new Node.Tagged(Element.DIV, List.of(), List.of(children));
        Form form = new Form("", Form.Kind.PAGE, root, List.of(), List.of(), Form.Submit.NONE, new byte[0], Map.of());
        return WithoutDeadParts.of(Folded.of(form).form());
    }

    private static List<Node> left(WithoutDeadParts.Result result) {
        return ((Node.Tagged) result.form().root()).children();
    }

    @Test
    void shouldDropWhatIsNeverTrue() {
        // Given
        Expression never = new Expression.And(List.of(OPEN, new Expression.Not(Expression.TRUE)));

        // When
        WithoutDeadParts.Result result = pass(new Node.When(never, List.of(TEXT), List.of(OTHER)));

        // Then
        assertThat(left(result)).containsExactly(OTHER);
        assertThat(result.dropped()).isEqualTo(1);
        assertThat(result.decided()).isEqualTo(1);
    }

    @Test
    void shouldUnwrapWhatIsAlwaysTrue() {
        // Given
        Expression always = new Expression.Or(List.of(OPEN, Expression.TRUE));

        // When
        WithoutDeadParts.Result result = pass(new Node.When(always, List.of(TEXT, OTHER), List.of()));

        // Then
        assertThat(left(result)).containsExactly(TEXT, OTHER);
    }

    @Test
    void shouldKeepWhatIsNotKnown() {
        // Given
        Expression open = new Expression.And(List.of(Expression.TRUE, OPEN));

        // When
        WithoutDeadParts.Result result = pass(new Node.When(open, List.of(TEXT), List.of()));

        // Then
        assertThat(left(result)).containsExactly(new Node.When(OPEN, List.of(TEXT), List.of()));
        assertThat(result.decided()).isZero();
    }

    @Test
    void shouldDropConditionsAroundNothing() {
        // Given
        Node inner = new Node.When(Expression.FALSE, List.of(TEXT), List.of());

        // When
        WithoutDeadParts.Result result = pass(new Node.When(OPEN, List.of(inner), List.of()));

        // Then
        assertThat(left(result)).isEmpty();
    }

    @Test
    void shouldChooseWhereTheConditionIsKnown() {
        // Given
        Expression choice = new Expression.Conditional(
                Expression.FALSE, Expression.TRUE, new Expression.Not(new Expression.Not(OPEN)));

        // When
        Expression folded = FoldedConditions.of(choice);

        // Then
        assertThat(folded).isEqualTo(OPEN);
    }
}
