package dev.platen.engine.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Prints problems as {@code application/problem+json} (RFC 9457). Thread-safe. */
public final class ProblemJson {
    /** The media type of what is printed. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:platen:problem:";
    private static final JsonFactory FACTORY = new JsonFactory();

    private ProblemJson() {}

    /** The problem as UTF-8. {@code diagnostics} is left out where there are none. */
    public static byte[] of(Problem problem) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", TYPE_PREFIX + problem.code().label());
            json.writeStringField("title", problem.code().title());
            json.writeNumberField("status", problem.code().status());
            json.writeStringField("detail", problem.detail());
            json.writeStringField("code", problem.code().label());
            if (!problem.diagnostics().isEmpty()) {
                json.writeArrayFieldStart("diagnostics");
                for (Diagnostic diagnostic : problem.diagnostics()) {
                    write(diagnostic, json);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written", impossible);
        }
        return out.toByteArray();
    }

    private static void write(Diagnostic diagnostic, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("code", diagnostic.code());
        json.writeStringField("pointer", diagnostic.pointer());
        if (diagnostic.line() > 0) {
            json.writeNumberField("line", diagnostic.line());
            json.writeNumberField("column", diagnostic.column());
        }
        json.writeStringField("message", diagnostic.message());
        json.writeEndObject();
    }
}
