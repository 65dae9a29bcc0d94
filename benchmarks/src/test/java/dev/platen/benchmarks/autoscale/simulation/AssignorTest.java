package dev.platen.benchmarks.autoscale.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignorTest {
    @Test
    void shouldGiveNobodyMoreThanOneAboveTheOthers() {
        // When
        int[] owners = Assignor.assign(new int[] {-1, -1, -1, -1, -1, -1, -1}, List.of(0, 3, 5));

        // Then
        assertThat(owners).containsOnly(0, 3, 5);
        assertThat(count(owners, 0)).isEqualTo(3);
        assertThat(count(owners, 3)).isEqualTo(2);
        assertThat(count(owners, 5)).isEqualTo(2);
    }

    @Test
    void shouldMoveOnlyWhatANewMemberNeeds() {
        // Given
        int[] before = {0, 0, 0, 1, 1, 1};

        // When
        int[] after = Assignor.assign(before, List.of(0, 1, 2));

        // Then
        assertThat(count(after, 2)).isEqualTo(2);
        assertThat(moved(before, after)).isEqualTo(2);
    }

    @Test
    void shouldMoveOnlyWhatAMemberThatLeavesHad() {
        // Given
        int[] before = {0, 0, 1, 1, 2, 2};

        // When
        int[] after = Assignor.assign(before, List.of(0, 2));

        // Then
        assertThat(moved(before, after)).isEqualTo(2);
        assertThat(count(after, 0)).isEqualTo(3);
    }

    @Test
    void shouldLeaveMembersIdleWhereThereAreFewerPartitions() {
        // When
        int[] owners = Assignor.assign(new int[] {-1, -1}, List.of(0, 1, 2));

        // Then
        assertThat(owners).containsExactly(0, 1);
    }

    private static long count(int[] owners, int place) {
        return Arrays.stream(owners).filter(owner -> owner == place).count();
    }

    private static int moved(int[] before, int[] after) {
        int moved = 0;
        for (int partition = 0; partition < before.length; partition++) {
            moved += before[partition] == after[partition] ? 0 : 1;
        }
        return moved;
    }
}
