package dev.platen.engine.json;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.json.Value.ObjectValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads JSON files that are part of the product. */
public final class BundledJson {
    private BundledJson() {}

    /**
     * Reads an object.
     *
     * @param owner the class beside which the file lies
     * @param name of the file
     * @return the object; empty where there is no such file
     * @throws IllegalStateException where the file is not a JSON object
     */
    public static Optional<ObjectValue> find(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(read(name, stream.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException("the file %s cannot be read".formatted(name), failure);
        }
    }

    private static ObjectValue read(String name, byte[] content) {
        Parsed parsed = new DocumentParser(Limits.DEFAULT).parse(content);
        if (parsed instanceof Parsed.Document(ObjectValue object)) {
            return object;
        }
        throw new IllegalStateException("the file %s must be a JSON object, found %s".formatted(name, parsed));
    }
}
