package dev.platen.compiler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.id.SchemaName;
import dev.platen.transport.HeadValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A page of the list of schemas, as the JSON object that the gateway passes on. */
final class SchemaListJson {
    private static final JsonFactory JSON = new JsonFactory();

    private SchemaListJson() {}

    /** Writes the first {@code limit} of them; where there are more, the name after which to go on. */
    static byte[] write(List<HeadValue> found, int limit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("schemas");
            for (HeadValue value : found.subList(0, Math.min(limit, found.size()))) {
                schema(json, value);
            }
            json.writeEndArray();
            if (found.size() > limit) {
                json.writeStringField("next", found.get(limit - 1).head().name().value());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array takes everything", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes what a name stands for, and what it stood for.
     *
     * @param versions the latest last
     * @param dependents other schemas that refer to it
     */
    static byte[] describe(HeadValue current, List<StoredVersion> versions, List<SchemaName> dependents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            facts(json, current);
            json.writeArrayFieldStart("dependents");
            for (SchemaName dependent : dependents) {
                json.writeString(dependent.value());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("versions");
            for (StoredVersion version : versions.reversed()) {
                json.writeStartObject();
                json.writeStringField("digest", version.digest().hex());
                json.writeNumberField("offset", version.offset());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array takes everything", impossible);
        }
        return bytes.toByteArray();
    }

    private static void schema(JsonGenerator json, HeadValue value) throws IOException {
        json.writeStartObject();
        facts(json, value);
        json.writeEndObject();
    }

    private static void facts(JsonGenerator json, HeadValue value) throws IOException {
        json.writeStringField("name", value.head().name().value());
        json.writeStringField("digest", value.head().digest().hex());
        json.writeNumberField("revision", value.revision());
        json.writeStringField("dialect", value.facts().dialect());
        json.writeArrayFieldStart("dependencies");
        for (Dependency dependency : value.facts().dependencies()) {
            json.writeString(dependency.name().value());
        }
        json.writeEndArray();
        if (value.facts().isOutdated()) {
            json.writeStringField("outdated", value.facts().problem());
        }
    }
}
