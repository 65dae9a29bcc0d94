package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import dev.platen.transport.MemoryWatch.Reading;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MemoryWatchTest {
    private static final int ENTRY = 1_000;
    private static final int ENTRIES = 1_000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LocalCaches caches = new LocalCaches(registry);
    private final Cache<Integer, byte[]> pages = caches.open("pages", (long) ENTRY * ENTRIES, (_, page) -> page.length);
    private Reading reading = new Reading(0, 0);
    private final MemoryWatch watch = new MemoryWatch(caches, registry, () -> reading);

    @Test
    void shouldOnlyWarnFromSeventyPercent() {
        // Given
        fill();

        // When
        look(0.75, 1);

        // Then
        assertThat(weight()).isEqualTo(ENTRY * ENTRIES);
        assertThat(pressure()).isEqualTo(1);
    }

    @Test
    void shouldHalveTheCachesWithEveryCollectionThatLeavesTooLittle() {
        // Given
        fill();

        // When
        look(0.86, 1);
        double afterOne = weight();
        look(0.86, 1);
        double beforeTheNext = weight();
        look(0.86, 2);
        double afterTwo = weight();
        for (int collection = 3; collection < 20; collection++) {
            look(0.9, collection);
        }

        // Then
        assertThat(afterOne).isLessThanOrEqualTo(ENTRY * ENTRIES / 2.0);
        assertThat(beforeTheNext).isEqualTo(afterOne);
        assertThat(afterTwo).isLessThanOrEqualTo(ENTRY * ENTRIES / 4.0);
        assertThat(weight()).isPositive().isLessThanOrEqualTo(ENTRY * ENTRIES / 8.0);
        assertThat(pressure()).isEqualTo(2);
    }

    @Test
    void shouldGiveTheCachesTheirMemoryBack() {
        // Given
        look(0.9, 1);
        look(0.9, 2);

        // When
        look(0.5, 3);
        fill();
        double half = weight();
        look(0.5, 3);
        fill();

        // Then
        assertThat(half).isLessThanOrEqualTo(ENTRY * ENTRIES / 2.0);
        assertThat(weight()).isEqualTo(ENTRY * ENTRIES);
        assertThat(pressure()).isZero();
    }

    /** The heap of this very test: something is in use once there was a collection. */
    @Test
    void shouldReadTheHeap() {
        // When
        System.gc();

        // Then
        assertThat(LongLived.read().share()).isBetween(0.0, 1.0).isPositive();
        assertThat(LongLived.read().collections()).isPositive();
    }

    private void fill() {
        for (int i = 0; i < ENTRIES; i++) {
            pages.put(i, new byte[ENTRY]);
        }
        pages.cleanUp();
    }

    private void look(double share, long collections) {
        reading = new Reading(share, collections);
        watch.look();
    }

    private double weight() {
        return registry.get("platen.cache.memory").gauge().value();
    }

    private double pressure() {
        return registry.get("platen.memory.pressure").gauge().value();
    }
}
