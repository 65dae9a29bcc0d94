package dev.platen.engine.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The files that pages refer to, by the name under which they are served. */
public final class Assets {
    private static final String FOLDER = "/dev/platen/engine/theme/assets/";

    private Assets() {}

    /**
     * Finds an asset.
     *
     * @param name such as {@code plain.css}; any other name than those of assets is simply not found
     * @return its bytes; a new copy each time
     */
    public static Optional<byte[]> find(String name) {
        if (!name.matches("[a-z0-9-]{1,32}\\.css")) {
            return Optional.empty();
        }
        try (InputStream stream = Assets.class.getResourceAsStream(FOLDER + name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("the asset %s cannot be read".formatted(name), failure);
        }
    }
}
