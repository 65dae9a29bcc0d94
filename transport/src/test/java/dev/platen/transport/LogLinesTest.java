package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.platen.contract.id.RequestId;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** What a line of a log says, and what it never does. */
class LogLinesTest {
    private static final Logger LOG = Logger.getLogger(LogLinesTest.class);
    private static final String SECRET = "4111-1111";

    @Test
    void shouldWriteOneObjectWithTheKeysInTheirOrder() throws IOException {
        // Given
        ExtLogRecord line = line("a \"quoted\"\nmessage of %s", "Grün");
        line.setThrown(new IllegalStateException("because"));

        // When
        String written = as(new RequestId("r-1"), line);

        // Then
        assertThat(written).endsWith("}\n").containsOnlyOnce("\n");
        Map<String, String> members = members(written);
        assertThat(members.keySet())
                .containsExactly(
                        "time", "level", "service", "logger", "thread", "request", "message", "error", "stack");
        assertThat(members)
                .containsEntry("level", "WARN")
                .containsEntry("service", "gateway")
                .containsEntry("request", "r-1")
                .containsEntry("message", "a \"quoted\"\nmessage of Grün")
                .containsEntry("error", "java.lang.IllegalStateException: because");
    }

    @Test
    void shouldBoundWhatALineSays() throws IOException {
        // Given
        ExtLogRecord line = line("%s", "x".repeat(1_000_000));

        // When
        String written = new JsonLines("gateway").format(line);

        // Then
        assertThat(members(written).get("message")).hasSize(JsonLines.MAX_LENGTH);
    }

    @Test
    void shouldNameTheRequestInLinesForPeople() {
        // Given
        TextLines lines = new TextLines(new PatternFormatter("%p %X{request} %s%n"));

        // When
        String written;
        try (Scope _ = CurrentRequest.in(Context.root(), new RequestId("r-2")).makeCurrent()) {
            written = lines.format(line("what %s", "happened"));
        }

        // Then
        assertThat(written.strip()).isEqualTo("WARN r-2 what happened");
    }

    @Test
    void shouldTellWhatBrokeWithoutItsMessages() throws IOException {
        // Given
        Throwable broken = new IllegalStateException(SECRET, new NumberFormatException("For input: " + SECRET));

        // When
        List<String> lines;
        try (CapturedLines captured = new CapturedLines(LogLinesTest.class)) {
            Defect.log(LOG, "a form met a defect", broken);
            lines = captured.lines();
        }

        // Then
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).doesNotContain(SECRET);
        assertThat(members(lines.getFirst()))
                .containsEntry("message", "a form met a defect")
                .containsEntry("error", "java.lang.IllegalStateException")
                .extractingByKey("stack")
                .asString()
                .contains("Caused by: java.lang.NumberFormatException", "LogLinesTest");
    }

    @Test
    void shouldTakeNoRequestFromARecordThatNamesNone() {
        // Given
        RecordHeaders hostile = new RecordHeaders();
        hostile.add("ce_httprequest", "no id\n at all".getBytes(StandardCharsets.UTF_8));
        hostile.add("ce_request", new byte[100_000]);

        // When
        Context of = CurrentRequest.of(hostile);

        // Then
        assertThat(of).isSameAs(Context.root());
    }

    private static String as(RequestId request, ExtLogRecord line) {
        try (Scope _ = CurrentRequest.in(Context.root(), request).makeCurrent()) {
            return new JsonLines("gateway").format(line);
        }
    }

    private static ExtLogRecord line(String format, Object argument) {
        ExtLogRecord line =
                new ExtLogRecord(Level.WARN, format, ExtLogRecord.FormatStyle.PRINTF, LogLinesTest.class.getName());
        line.setParameters(new Object[] {argument});
        line.setLoggerName(LogLinesTest.class.getName());
        return line;
    }

    private static Map<String, String> members(String line) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                members.put(json.currentName(), json.nextTextValue());
            }
        }
        return members;
    }
}
