package dev.platen.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
    @ParameterizedTest
    @CsvSource({
        "24, 100, '1,2,3,4,5,6,8,12,24'",
        "24, 10, '1,2,3,4,5,6,8'",
        "8, 100, '1,2,3,4,8'",
        "7, 100, '1,2,3,4,7'",
        "1, 5, '1'"
    })
    void shouldStepOnlyWhereTheBusiestPodGetsFewerPartitions(int partitions, int most, String expected) {
        // Given
        List<Integer> steps =
                List.of(expected.split(",")).stream().map(Integer::valueOf).toList();

        // When
        IntStream edges = Spread.edges(partitions, most);

        // Then
        assertThat(edges).containsExactlyElementsOf(steps);
    }

    @ParameterizedTest
    @CsvSource({"1, 24", "2, 12", "5, 5", "7, 4", "8, 3", "11, 3", "12, 2", "23, 2", "24, 1", "99, 1"})
    void shouldGiveTheBusiestPodItsShareOfAnEvenLoad(int replicas, int partitionsOfBusiestPod) {
        // Given
        Spread even = Spread.of(Collections.nCopies(24, new Backlog.Partition(2, 0)), Backlog.Partition::arrivalRate);

        // When
        double share = even.hottestPod(replicas);

        // Then
        assertThat(share).isCloseTo(2.0 * partitionsOfBusiestPod, within(1e-9));
    }

    @Test
    void shouldNeverSplitTheHottestPartition() {
        // Given
        List<Backlog.Partition> skewed = List.of(
                new Backlog.Partition(90, 0),
                new Backlog.Partition(2, 0),
                new Backlog.Partition(4, 0),
                new Backlog.Partition(6, 0));
        Spread spread = Spread.of(skewed, Backlog.Partition::arrivalRate);

        // When
        double alone = spread.hottestPod(4);
        double paired = spread.hottestPod(2);
        double together = spread.hottestPod(1);

        // Then
        assertThat(List.of(alone, paired, together)).containsExactly(90.0, 94.0, 102.0);
    }
}
