package dev.platen.benchmarks.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.benchmarks.conformance.Answer.Answered;
import dev.platen.benchmarks.conformance.Answer.Died;
import dev.platen.benchmarks.conformance.Answer.Late;
import dev.platen.benchmarks.conformance.Verdict.Crashed;
import dev.platen.benchmarks.conformance.Verdict.Hung;
import dev.platen.benchmarks.conformance.Verdict.Place;
import dev.platen.benchmarks.conformance.Verdict.Refused;
import dev.platen.benchmarks.conformance.Verdict.Rendered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The engine in a process of its own, with the heap of the product and a hard limit of time. Not thread-safe. */
final class Engine implements AutoCloseable {
    private static final Duration HARD_LIMIT = Duration.ofSeconds(20);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Child child;

    private Engine(Child child) {
        this.child = child;
    }

    /** An engine whose JVM has these options besides. */
    static Engine with(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Subject.class.getName()));
        return new Engine(new Child(new ProcessBuilder(command), HARD_LIMIT));
    }

    /** Compiles and renders. */
    Verdict judge(Sample sample) {
        return switch (child.ask(List.of(sample.document(), sample.data()))) {
            case Late _ -> new Hung();
            case Died(String how) -> new Crashed("the process ended: " + how);
            case Answered(List<byte[]> parts) -> verdict(parts.getFirst(), parts.getLast());
        };
    }

    private static Verdict verdict(byte[] outcome, byte[] page) {
        JsonNode read = read(outcome);
        long micros = read.path("micros").asLong();
        return switch (read.path("outcome").asText()) {
            case "rendered" ->
                new Rendered(read.path("dialect").asText(), read.path("plan").asText(), micros, page);
            case "refused" ->
                new Refused(
                        read.path("compiled").asBoolean(),
                        read.path("code").asText(),
                        read.path("detail").asText(),
                        findings(read.path("findings")),
                        micros);
            default -> new Crashed(read.path("how").asText());
        };
    }

    private static List<Place> findings(JsonNode findings) {
        return StreamSupport.stream(findings.spliterator(), false)
                .map(finding -> new Place(
                        finding.path("code").asText(),
                        finding.path("pointer").asText(),
                        finding.path("line").asInt(),
                        finding.path("message").asText()))
                .toList();
    }

    private static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException("the engine's process answers in JSON", broken);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
