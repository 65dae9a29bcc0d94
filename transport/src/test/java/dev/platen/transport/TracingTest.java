package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Who decides what is traced, and what it costs where nothing is; whole traces are looked at where whole systems are. */
class TracingTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SAMPLED = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final int OFTEN = 10_000;

    /** What whatever else goes on in the thread may take. */
    private static final long NEXT_TO_NOTHING = 10_000;

    private record Settings(Optional<String> endpoint, double ratio, boolean trustCallers) implements TracingConfig {}

    @Test
    void shouldNotLetCallersDecideWhatIsTraced() {
        // Given
        try (Tracing none = tracing(0, false);
                Tracing all = tracing(1, false)) {
            // When
            Span untraced = begin(none, SAMPLED);
            Span traced = begin(all, SAMPLED);

            // Then
            assertThat(untraced.isRecording()).isFalse();
            assertThat(traced.isRecording()).isTrue();
            assertThat(traced.getSpanContext().getTraceId()).isNotEqualTo(TRACE);
        }
    }

    @Test
    void shouldLetTrustedCallersDecideWhatIsTraced() {
        // Given
        try (Tracing none = tracing(0, true);
                Tracing all = tracing(1, true)) {
            // When
            Span traced = begin(none, SAMPLED);
            Span untraced = begin(all, SAMPLED.replace("-01", "-00"));

            // Then
            assertThat(traced.isRecording()).isTrue();
            assertThat(traced.getSpanContext().getTraceId()).isEqualTo(TRACE);
            assertThat(untraced.isRecording()).isFalse();
        }
    }

    @Test
    void shouldTakeWhatIsNoTraceForNone() {
        // Given
        try (Tracing none = tracing(0, true)) {
            for (String hostile : List.of(
                    "",
                    "01",
                    "00-" + TRACE,
                    SAMPLED + "-01",
                    "00-" + "0".repeat(32) + "-b7ad6b7169203331-01",
                    "00-" + "\u00e9".repeat(32) + "-b7ad6b7169203331-01",
                    "f".repeat(8_000))) {
                // When
                Span begun = begin(none, hostile);

                // Then
                assertThat(begun.isRecording()).as(hostile).isFalse();
            }
        }
    }

    @Test
    void shouldGoOnInTheRecordsThatAreSent() {
        // Given
        try (Tracing tracing = tracing(0, true);
                Scope _ = begin(tracing, SAMPLED).makeCurrent()) {
            List<Header> headers = new ArrayList<>();
            List<String> traces = new ArrayList<>();

            // When
            Tracing.inject(headers);
            tracing.consume("platen.render", new RecordHeaders(headers), () -> traces.add(current()));

            // Then
            assertThat(headers).extracting(Header::key).containsExactly("ce_traceparent");
            assertThat(new String(headers.getFirst().value(), StandardCharsets.US_ASCII))
                    .startsWith("00-" + TRACE)
                    .endsWith("-01");
            assertThat(traces).containsExactly(TRACE);
        }
    }

    @Test
    void shouldAllocateNothingWhereNothingIsTraced() {
        // Given
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        RecordHeaders headers = new RecordHeaders();
        List<Header> sent = new ArrayList<>();
        Supplier<String> work = () -> "";
        Runnable process = () -> sent.clear();
        Runnable request = () -> {
            Tracing.OFF.within("render", work);
            Tracing.OFF.remembered("pages", true);
            Tracing.OFF.lookUp("pages");
            Tracing.OFF.consume("platen.render", headers, process);
            Tracing.inject(sent);
        };
        often(request);

        // When
        long before = threads.getCurrentThreadAllocatedBytes();
        often(request);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // Then
        assertThat(allocated).isLessThan(NEXT_TO_NOTHING);
    }

    @Test
    void shouldRefuseSettingsThatMeanNothing() {
        // Given
        TracingConfig tooMuch = new Settings(Optional.empty(), 1.5, false);
        TracingConfig none = new Settings(Optional.empty(), 0, false);

        // When
        // Then
        assertThatThrownBy(() -> SpanExport.to("http://127.0.0.1:1", tooMuch, "test"))
                .hasMessage("platen.tracing.ratio must be between 0 and 1, found 1.5");
        assertThatThrownBy(() -> SpanExport.to("collector:4318", none, "test"))
                .hasMessage("platen.tracing.endpoint must be an address such as http://collector:4318,"
                        + " found 'collector:4318'");
    }

    private static void often(Runnable work) {
        for (int i = 0; i < OFTEN; i++) {
            work.run();
        }
    }

    private static String current() {
        return Span.current().getSpanContext().getTraceId();
    }

    private static Tracing tracing(double ratio, boolean trustCallers) {
        return SpanExport.to("http://127.0.0.1:1", new Settings(Optional.empty(), ratio, trustCallers), "test");
    }

    private static Span begin(Tracing tracing, String traceparent) {
        return tracing.begin("GET", Map.of("traceparent", traceparent)::get);
    }
}
