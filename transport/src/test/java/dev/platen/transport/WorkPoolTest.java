package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.transport.WorkPool.Rank;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkPoolTest {
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void shouldLetInteractiveWorkPassWhatNobodyWaitsFor() throws InterruptedException {
        // Given
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(4);
        try (WorkPool pool = new WorkPool("test", 1)) {
            pool.execute(Rank.BATCH, () -> await(busy));
            for (String name : new String[] {"1", "2"}) {
                pool.execute(Rank.BATCH, () -> finish("batch-" + name, all));
                pool.execute(Rank.INTERACTIVE, () -> finish("interactive-" + name, all));
            }

            // When
            busy.countDown();

            // Then
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(done).containsExactly("interactive-1", "interactive-2", "batch-1", "batch-2");
        }
    }

    private void finish(String name, CountDownLatch all) {
        done.add(name);
        all.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
