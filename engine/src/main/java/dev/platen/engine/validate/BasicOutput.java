package dev.platen.engine.validate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Prints the outcome of a validation in the "basic" form of JSON Schema 2020-12, section 12.4.2. */
final class BasicOutput {
    private static final JsonFactory FACTORY = new JsonFactory();

    private BasicOutput() {}

    static byte[] of(Validated validated) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeBooleanField("valid", validated.isValid());
            if (!validated.isValid()) {
                json.writeArrayFieldStart("errors");
                for (ValidationError error : validated.errors()) {
                    json.writeStartObject();
                    json.writeBooleanField("valid", false);
                    json.writeStringField("keywordLocation", error.keywordLocation());
                    if (error.absoluteKeywordLocation() != null) {
                        json.writeStringField("absoluteKeywordLocation", error.absoluteKeywordLocation());
                    }
                    json.writeStringField("instanceLocation", error.instanceLocation());
                    json.writeStringField("error", error.error());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written", impossible);
        }
        return out.toByteArray();
    }
}
