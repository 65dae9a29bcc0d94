package dev.platen.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.platen.gateway.page.OtherSizes.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OtherSizesTest {
    private static final long MEBIBYTE = 1024 * 1024;

    private static List<Double> hitRatios(OtherSizes sizes) {
        return sizes.sizes().stream()
                .map(size -> (double) size.hits() / (size.hits() + size.misses()))
                .toList();
    }

    @Test
    void shouldFindWhatComesAgainBeforeThereIsNoRoomForIt() {
        // Given
        OtherSizes sizes = new OtherSizes(MEBIBYTE, () -> 100);

        // When
        for (int round = 0; round < 10; round++) {
            for (int page = 0; page < 300; page++) {
                sizes.asked("page " + page);
            }
        }

        // Then
        assertThat(sizes.sizes()).extracting(Size::times).containsExactly(1, 2, 4, 8);
        assertThat(sizes.sizes()).extracting(Size::hits).containsExactly(0L, 0L, 2700L, 2700L);
        assertThat(sizes.sizes()).extracting(Size::misses).containsExactly(3000L, 3000L, 300L, 300L);
    }

    @Test
    void shouldFindWithAShareOfThePagesWhatAllWouldFind() {
        // Given
        Random random = new Random(7);
        OtherSizes sampled = new OtherSizes(64 * MEBIBYTE, () -> 16_000);

        // When
        for (int i = 0; i < 2_000_000; i++) {
            sampled.asked("/v1/pages/" + random.nextInt(64_000));
        }

        // Then
        assertThat(sampled.sizes())
                .allSatisfy(size -> assertThat(size.hits() + size.misses()).isBetween(20_000L, 45_000L));
        assertThat(hitRatios(sampled).get(0)).isCloseTo(0.25, within(0.05));
        assertThat(hitRatios(sampled).get(1)).isCloseTo(0.5, within(0.05));
        assertThat(hitRatios(sampled).get(2)).isGreaterThan(0.9);
    }

    @Test
    void shouldFollowAMemoryThatHasRoomForFewer() {
        // Given
        long[] room = {100};
        OtherSizes sizes = new OtherSizes(1, () -> room[0]);
        for (int page = 0; page < 100; page++) {
            sizes.asked("page " + page);
        }

        // When
        room[0] = 0;
        sizes.asked("page 98");
        sizes.asked("page 99");

        // Then
        assertThat(sizes.sizes().getFirst().hits()).isEqualTo(1);
    }
}
