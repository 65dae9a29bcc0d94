package dev.platen.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Routines that nothing calls are not in the plan. */
class WithoutUnusedRoutinesTest {
    private static final Node TEXT = new Node.Shown(new Content.Text("x"));

    private static Node call(int routine) {
        return new Node.Call(new Spot("a", "_a"), routine, Words.NONE, Node.State.PLAIN, true, false);
    }

    private static Node around(Node... children) {
        return new Node.Tagged(Element.DIV, List.of(), List.of(children));
    }

    private static Form form(Node root, List<Node> routines) {
        return new Form("", Form.Kind.PAGE, root, routines, List.of(), Form.Submit.NONE, new byte[0], Map.of());
    }

    @Test
    void shouldDropWhatNothingReaches() {
        // Given
        Form form = form(around(call(2)), List.of(call(0), TEXT, around(TEXT, call(3)), around(call(2))));

        // When
        Form left = WithoutUnusedRoutines.of(form);

        // Then
        assertThat(left.root()).isEqualTo(around(call(0)));
        assertThat(left.routines()).containsExactly(around(TEXT, call(1)), around(call(0)));
    }

    @Test
    void shouldLeaveAFormAloneThatUsesAll() {
        // Given
        Form form = form(around(call(1)), List.of(TEXT, call(0)));

        // When
        Form left = WithoutUnusedRoutines.of(form);

        // Then
        assertThat(left).isSameAs(form);
    }
}
