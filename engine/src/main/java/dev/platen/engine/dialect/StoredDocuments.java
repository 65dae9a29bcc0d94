package dev.platen.engine.dialect;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.DocumentVersion;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.limit.Limits;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.json.Parsed.Malformed;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stored documents that one document is made of. Each is looked up and read once, however often it is referred to, and
 * together with the document they stay within the limits of one. What is wrong with one is told where it is referred to,
 * because its author is somebody else. Not thread-safe.
 */
public final class StoredDocuments {
    private final Registry registry;
    private final Limits limits;
    private final Findings findings;
    private final DocumentParser parser;
    private final Map<String, Found> read = new HashMap<>();
    private final SortedMap<String, DocumentVersion> versions = new TreeMap<>();
    private final IdentityHashMap<Place, Value> roots = new IdentityHashMap<>();
    private long bytes;

    /**
     * None so far.
     *
     * @param bytes size of the document that is made of them
     */
    public StoredDocuments(Registry registry, int bytes, Limits limits, Findings findings) {
        this.registry = registry;
        this.limits = limits;
        this.findings = findings;
        this.parser = new DocumentParser(limits);
        this.bytes = bytes;
    }

    /** What came of looking for a stored document. */
    public sealed interface Found {
        /** The document; it is always the same value. */
        record Stored(Value root) implements Found {}

        /** There is none of that name. */
        record Absent() implements Found {}

        /** It cannot be part of this document; the reason is among the findings. */
        record Unfit() implements Found {}
    }

    /** The document of this name, which is referred to at {@code reference}. */
    public Found find(String name, Place reference) {
        Found known = read.get(name);
        if (known == null) {
            known = read(name, reference);
            read.put(name, known);
        }
        return known;
    }

    /** The schema in the document of this name; that there is none is a finding. */
    public Optional<ObjectValue> schema(String name, Place reference) {
        return switch (find(name, reference)) {
            case Found.Stored(Value root) -> schema(root, name, reference);
            case Found.Absent _ -> {
                findings.error(
                        reference,
                        "document-unknown",
                        "there is no stored document '%s'; store it first, or point to a schema of this document (#/…)"
                                .formatted(name));
                yield Optional.empty();
            }
            case Found.Unfit _ -> Optional.empty();
        };
    }

    private Optional<ObjectValue> schema(Value root, String name, Place reference) {
        Optional<ObjectValue> schema = schema(root);
        if (schema.isEmpty()) {
            findings.error(
                    reference,
                    "document-no-schema",
                    "the stored document '%s' has no schema to refer to".formatted(name));
        }
        return schema;
    }

    /** Of a document with a member {@code schema} that one, of any other the whole. */
    private static Optional<ObjectValue> schema(Value root) {
        if (!(root instanceof ObjectValue document)) {
            return Optional.empty();
        }
        Value schema = document.members().getOrDefault("schema", document);
        return schema instanceof ObjectValue object ? Optional.of(object) : Optional.empty();
    }

    /** The whole stored document that a value stands in; empty for the document itself. */
    public Optional<Value> around(Place place) {
        return roots.isEmpty() ? Optional.empty() : Optional.ofNullable(roots.get(place.outermost()));
    }

    /** The schema of the stored document that a value stands in; empty for the document itself. */
    public Optional<ObjectValue> schemaAround(Place place) {
        return around(place).flatMap(StoredDocuments::schema);
    }

    /** Names of all documents that were looked for, in order, whether or not they were found. */
    public List<String> names() {
        return read.keySet().stream().sorted().toList();
    }

    /** The documents that were found, by name. */
    public List<DocumentVersion> versions() {
        return List.copyOf(versions.values());
    }

    private Found read(String name, Place reference) {
        if (!SchemaName.isValid(name)) {
            return new Found.Absent();
        }
        if (read.size() >= limits.documents()) {
            return tooMany(reference, "more than %s stored documents".formatted(limits.documents()));
        }
        Optional<byte[]> stored = registry.find(name);
        if (stored.isEmpty()) {
            return new Found.Absent();
        }
        bytes += stored.get().length;
        if (bytes > limits.schemaBytes()) {
            return tooMany(reference, "stored documents of more than %s bytes".formatted(limits.schemaBytes()));
        }
        SchemaName known = new SchemaName(name);
        versions.put(name, new DocumentVersion(known, Digest.of(stored.get())));
        return parsed(known, stored.get(), reference);
    }

    private Found parsed(SchemaName name, byte[] stored, Place reference) {
        Place outermost = new Place(null, "", 0, 0);
        findings.include(outermost, name.value(), reference);
        return switch (parser.parse(stored, outermost, name.address())) {
            case Document(Value root) -> {
                roots.put(outermost, root);
                yield new Found.Stored(root);
            }
            case Malformed malformed -> {
                findings.error(
                        reference,
                        "document-unreadable",
                        "the stored document '%s' cannot be read: %s"
                                .formatted(
                                        name, malformed.diagnostics().getFirst().message()));
                yield new Found.Unfit();
            }
        };
    }

    private Found tooMany(Place reference, String what) {
        findings.error(
                reference,
                "documents-too-large",
                "with all that it refers to, the document is made of %s; split it".formatted(what));
        return new Found.Unfit();
    }
}
