package dev.platen.standalone.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** The key with which the addresses of late parts are signed: made once for a data directory, so that they stay valid. */
public final class FragmentKey {
    private static final int BYTES = 32;

    private FragmentKey() {}

    /** The setting of renderers and gateways that work on this data directory. */
    public static Map<String, String> of(Path dataDirectory) {
        Path file = dataDirectory.resolve("fragment-key");
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                Files.createDirectories(dataDirectory);
                Files.writeString(file, HexFormat.of().formatHex(key));
            }
            return Map.of("platen.fragments.key", Files.readString(file));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("%s cannot be written or read".formatted(file), unwritable);
        }
    }
}
