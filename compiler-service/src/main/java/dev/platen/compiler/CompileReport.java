package dev.platen.compiler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Cost;
import dev.platen.transport.HeadValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** What an author learns about a stored schema, as the JSON object that the gateway passes on. */
final class CompileReport {
    private static final JsonFactory JSON = new JsonFactory();

    private CompileReport() {}

    static byte[] write(HeadValue head, boolean created, Compiled compiled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("name", head.head().name().value());
            json.writeStringField("digest", head.head().digest().hex());
            json.writeNumberField("revision", head.revision());
            json.writeBooleanField("created", created);
            json.writeStringField("dialect", compiled.dialect());
            diagnostics(json, compiled.warnings());
            json.writeArrayFieldStart("dependencies");
            for (Dependency dependency : head.facts().dependencies()) {
                json.writeString(dependency.name().value());
            }
            json.writeEndArray();
            cost(json, compiled.cost());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array takes everything", impossible);
        }
        return bytes.toByteArray();
    }

    static void cost(JsonGenerator json, Cost cost) throws IOException {
        json.writeObjectFieldStart("cost");
        json.writeNumberField("nodes", cost.nodes());
        json.writeNumberField("fixedBytes", cost.fixedBytes());
        json.writeNumberField("bytesPerRun", cost.bytesPerRun());
        json.writeNumberField("bytesPerDataByte", cost.bytesPerDataByte());
        json.writeNumberField("bytesPerRunAndDataByte", cost.bytesPerRunAndDataByte());
        json.writeNumberField("fixedSteps", cost.fixedSteps());
        json.writeNumberField("stepsPerRun", cost.stepsPerRun());
        json.writeEndObject();
    }

    static void diagnostics(JsonGenerator json, List<Diagnostic> found) throws IOException {
        json.writeArrayFieldStart("diagnostics");
        for (Diagnostic one : found) {
            diagnostic(json, one);
        }
        json.writeEndArray();
    }

    private static void diagnostic(JsonGenerator json, Diagnostic found) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", found.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("code", found.code());
        json.writeStringField("pointer", found.pointer());
        json.writeNumberField("line", found.line());
        json.writeNumberField("column", found.column());
        json.writeStringField("message", found.message());
        json.writeEndObject();
    }
}
