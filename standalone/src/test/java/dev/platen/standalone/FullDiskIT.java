package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.testkit.Client;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise P1 where the disk of the log is full: the broker, which cannot go on, ends and is started again until it can; who
 * was told that a schema is stored finds it again, and what is cached is served throughout.
 */
@Tag("chaos")
class FullDiskIT {
    private static final int DISK_MEBIBYTES = 48;
    private static final long LEFT = 512 * 1024;
    private static final int SCHEMA_BYTES = 16 * 1024;
    private static final int MOST_SCHEMAS = 200;
    private static final int REFUSALS = 3;

    @TempDir
    private static Path directory;

    private static SmallDisk disk;
    private static RunningCluster running;

    private final Acknowledged schemas = new Acknowledged();

    @BeforeAll
    static void start() {
        disk = SmallDisk.mount(directory.resolve("broker"), DISK_MEBIBYTES);
        running = RunningCluster.start(directory);
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void shouldLoseNothingAcknowledgedWhenTheDiskOfTheLogIsFull() throws IOException {
        // Given
        Client client = running.client();
        schemas.store(client, "before");
        byte[] page = client.get("/v1/schemas/before-0/render").body();
        ProcessHandle broker = running.member("broker").handle();
        List<HttpResponse<byte[]>> refused = new ArrayList<>();

        // When
        disk.fill(LEFT);
        for (int i = 0; i < MOST_SCHEMAS && refused.size() < REFUSALS; i++) {
            HttpResponse<byte[]> answer = schemas.tryToStore(client, "full-" + i, SCHEMA_BYTES);
            if (answer.statusCode() != 201) {
                refused.add(answer);
            }
            assertThat(client.get("/v1/schemas/before-0/render").body()).isEqualTo(page);
        }

        // Then
        assertThat(refused).hasSize(REFUSALS).allSatisfy(answer -> {
            assertThat(answer.statusCode())
                    .as(new String(answer.body(), StandardCharsets.UTF_8))
                    .isIn(503, 504);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
        });
        assertThat(broker.isAlive()).isFalse();
        disk.empty();
        await().atMost(RunningCluster.START)
                .until(() -> schemas.tryToStore(client, "after", SCHEMA_BYTES).statusCode() < 300);
        schemas.assertAllThere(client);
        schemas.assertAllLogged(running.kafka());
    }
}
