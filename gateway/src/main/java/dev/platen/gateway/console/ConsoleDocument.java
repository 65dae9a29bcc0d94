package dev.platen.gateway.console;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The documents of the console's pages. */
enum ConsoleDocument {
    PLAYGROUND,
    SCHEMAS,
    SCHEMA,
    FLEET,
    DEAD_LETTERS,
    SIGN_IN;

    private static final int DISTINCT = 12;

    /** The document. */
    byte[] source() {
        return read(label() + ".json");
    }

    /**
     * What it is stored as. The name depends on the content, so that gateways of two versions never take the document of the
     * other for their own.
     */
    SchemaName schema() {
        return new SchemaName(label() + "-" + Digest.of(source()).hex().substring(0, DISTINCT));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static byte[] read(String file) {
        try (InputStream stream = ConsoleDocument.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the document %s of the console is missing".formatted(file));
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("the document %s of the console cannot be read".formatted(file), failure);
        }
    }
}
