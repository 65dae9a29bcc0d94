package dev.platen.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.operator.cache.Nodes.Figures;
import dev.platen.operator.cache.Nodes.Node;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
    @ParameterizedTest
    @CsvSource({"2, 2, as wanted", "2, 5, going from 2 to 3 nodes", "4, 1, going from 4 to 3 nodes"})
    void shouldComeAndGoOneAtATime(int nodes, int wanted, String sentence) {
        // Given
        Nodes seen = new Nodes(nodes, true, calm(nodes));

        // When
        Step step = Step.next(seen, wanted);

        // Then
        assertThat(step.sentence()).isEqualTo(sentence);
    }

    @Test
    void shouldWaitForEveryKindOfUnrest() {
        // Given
        Node calm = new Node("cache-0", 0, true, true, new Figures(2, false));
        List<Nodes> unrests = List.of(
                new Nodes(2, true, List.of(calm)),
                new Nodes(2, true, List.of(calm, new Node("cache-1", 1, false, true, new Figures(2, false)))),
                new Nodes(2, true, List.of(calm, new Node("cache-1", 1, true, true, null))),
                new Nodes(2, true, List.of(calm, new Node("cache-1", 1, true, true, new Figures(1, false)))),
                new Nodes(2, true, List.of(calm, new Node("cache-1", 1, true, true, new Figures(2, true)))));

        // When
        List<String> steps =
                unrests.stream().map(seen -> Step.next(seen, 3).sentence()).toList();

        // Then
        assertThat(steps)
                .containsExactly(
                        "waiting: 1 of 2 nodes are there",
                        "waiting: cache-1 is not ready",
                        "waiting: cache-1 does not show its metrics",
                        "waiting: cache-1 sees 1 of 2 nodes",
                        "waiting: entries move to or from cache-1");
    }

    @Test
    void shouldRenewFromTheHighestNumberDownBeforeItChangesTheSize() {
        // Given
        List<Node> nodes = List.of(
                new Node("cache-0", 0, true, false, new Figures(3, false)),
                new Node("cache-2", 2, true, true, new Figures(3, false)),
                new Node("cache-1", 1, true, false, new Figures(3, false)));

        // When
        Step step = Step.next(new Nodes(3, true, nodes), 5);

        // Then
        assertThat(step).isEqualTo(new Step.Renew(1, "cache-1"));
    }

    @Test
    void shouldChangeTheTemplateBeforeItRenewsANode() {
        // Given
        Nodes seen = new Nodes(2, false, calm(2));

        // When
        Step step = Step.next(seen, 2);

        // Then
        assertThat(step).isEqualTo(new Step.Configure());
    }

    private static List<Node> calm(int count) {
        return IntStream.range(0, count)
                .mapToObj(ordinal -> new Node("cache-" + ordinal, ordinal, true, true, new Figures(count, false)))
                .toList();
    }
}
