package dev.platen.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import dev.platen.transport.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingTest {
    private static final byte[] DATA = bytes("{\"n\": 5}");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");
    private final Rendering rendering = new Rendering(renderer, new RenderMetrics(registry, renderer), Tracing.OFF);

    @Test
    void shouldCountRenderingsByTheirOutcome() {
        // When
        render(DATA);
        render(bytes("no json"));

        // Then
        assertThat(renderings("rendered")).isEqualTo(1);
        assertThat(renderings("rejected")).isEqualTo(1);
        assertThat(registry.get("platen.renderer.page").summary().max()).isGreaterThan(100);
        assertThat(registry.get("platen.renderer.budget.used").summary().max())
                .isPositive()
                .isLessThan(0.01);
    }

    private double renderings(String outcome) {
        return registry.get("platen.renderer.render")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void shouldLeaveAnEventInARecording(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("render.jfr");

        // When
        try (Recording recording = new Recording()) {
            recording.enable("dev.platen.Render").withThreshold(Duration.ZERO);
            recording.start();
            render(DATA);
            recording.stop();
            recording.dump(file);
        }

        // Then
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("dev.platen.Render"))
                .toList();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getInt("dataBytes")).isEqualTo(DATA.length);
            assertThat(event.getLong("pageBytes")).isGreaterThan(100);
            assertThat(event.getLong("steps")).isPositive();
            assertThat(event.getBoolean("rejected")).isFalse();
            assertThat(event.getDuration()).isPositive();
        });
    }

    private void render(byte[] data) {
        var _ = rendering.render(plan(), data, View.NONE, Presentation.DEFAULT, "", new WholePage());
    }

    private static Plan plan() {
        byte[] document = bytes("{\"properties\": {\"n\": {\"type\": \"integer\"}}}");
        return ((Compiled) new Compiler(Limits.DEFAULT).compile(document)).plan();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
