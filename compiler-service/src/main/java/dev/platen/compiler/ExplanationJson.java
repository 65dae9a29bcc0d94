package dev.platen.compiler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Explanation;
import dev.platen.engine.problem.ProblemJson;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** All that is told about a document that is not stored, as the JSON object that the gateway passes on. */
final class ExplanationJson {
    private static final JsonFactory JSON = new JsonFactory();

    /** The listing of the largest plan is longer than anybody reads, and than a record may be. */
    private static final int LONGEST = 256 * 1024;

    private ExplanationJson() {}

    static byte[] write(Compiled compiled, Explanation explanation, ValidationOutcome ownData) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("dialect", compiled.dialect());
            json.writeStringField("plan", compiled.planDigest().hex());
            json.writeNumberField("planBytes", compiled.encodedPlan().length);
            CompileReport.diagnostics(json, compiled.warnings());
            json.writeArrayFieldStart("dependencies");
            for (String name : compiled.dependencies()) {
                json.writeString(name);
            }
            json.writeEndArray();
            CompileReport.cost(json, compiled.cost());
            json.writeFieldName("validation");
            json.writeRawValue(new String(validation(ownData), StandardCharsets.UTF_8));
            json.writeStringField("explanation", shortened(explanation.text(true)));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array takes everything", impossible);
        }
        return bytes.toByteArray();
    }

    /** The "basic" form, or the problem where nothing could be validated. */
    private static byte[] validation(ValidationOutcome outcome) {
        return switch (outcome) {
            case Validated validated -> validated.toJson();
            case ValidationRejected(Problem problem) -> ProblemJson.of(problem);
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf('\n', LONGEST)) + "\n…";
    }
}
