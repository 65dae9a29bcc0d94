package dev.platen.gateway.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.platen.contract.id.Digest;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.metrics.GatewayMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What came of one of many requests, as a line of JSON.
 *
 * @param number by which it is told from others without an id, from 1
 * @param id what the caller calls it: JSON
 */
record OutcomeLine(long number, String id) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int OK = 200;

    /** One that the caller has not named. */
    OutcomeLine(long number) {
        this(number, "null");
    }

    OutcomeLine named(String json) {
        return new OutcomeLine(number, json);
    }

    /** A page. */
    byte[] page(Digest key, byte[] html) {
        return line(OK, json -> {
            json.writeStringField("digest", key.hex());
            json.writeStringField("html", new String(html, StandardCharsets.UTF_8));
        });
    }

    /** A page that is where it was wanted, and not here. */
    byte[] kept(byte[] html, GatewayMetrics.Source source) {
        return line(OK, json -> {
            json.writeNumberField("bytes", html.length);
            json.writeStringField("source", source.label());
        });
    }

    /** None. */
    byte[] problem(ProblemCode code, byte[] problem) {
        return line(code.status(), json -> {
            json.writeFieldName("problem");
            json.writeRawValue(new String(problem, StandardCharsets.UTF_8));
        });
    }

    /** Writes what is particular to an outcome. */
    private interface Rest {
        void write(JsonGenerator json) throws IOException;
    }

    private byte[] line(int status, Rest rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("line", number);
            json.writeFieldName("id");
            json.writeRawValue(id);
            json.writeNumberField("status", status);
            rest.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return out.toByteArray();
    }
}
