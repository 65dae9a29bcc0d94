package dev.platen.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.dialect.Registry;
import dev.platen.transport.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationTest {
    private static final byte[] DOCUMENT =
            "{\"properties\": {\"n\": {\"type\": \"integer\"}}}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO_DOCUMENT = "{\"properties\"".getBytes(StandardCharsets.UTF_8);

    private final Compilation compilation =
            new Compilation(new Compiler(Limits.DEFAULT), new CompileMetrics(new SimpleMeterRegistry()), Tracing.OFF);

    @Test
    void shouldLeaveAnEventInARecording(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("compile.jfr");

        // When
        try (Recording recording = new Recording()) {
            recording.enable("dev.platen.Compile").withThreshold(Duration.ZERO);
            recording.start();
            compilation.compile(Registry.NONE, DOCUMENT, Optional.empty());
            compilation.compile(Registry.NONE, NO_DOCUMENT, Optional.empty());
            recording.stop();
            recording.dump(file);
        }

        // Then
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("dev.platen.Compile"))
                .toList();
        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).satisfies(compiled -> {
            assertThat(compiled.getInt("documentBytes")).isEqualTo(DOCUMENT.length);
            assertThat(compiled.getInt("planBytes")).isPositive();
            assertThat(compiled.getInt("nodes")).isPositive();
            assertThat(compiled.getString("dialect")).isEqualTo("json-schema");
            assertThat(compiled.getBoolean("rejected")).isFalse();
            assertThat(compiled.getDuration()).isPositive();
        });
        assertThat(events.getLast()).satisfies(rejected -> {
            assertThat(rejected.getInt("documentBytes")).isEqualTo(NO_DOCUMENT.length);
            assertThat(rejected.getInt("planBytes")).isZero();
            assertThat(rejected.getBoolean("rejected")).isTrue();
        });
    }
}
