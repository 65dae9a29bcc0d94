package dev.platen.engine.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files that pages refer to, by the name under which they are served. A name that holds a version never changes its content. */
public final class Assets {
    private static final String OWN = "/dev/platen/engine/theme/assets/";
    private static final String LIBRARIES = "/META-INF/resources/webjars/";

    private static final String EDITOR = LIBRARIES + "codemirror/5.65.19/";

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("plain.css", OWN + "plain.css"),
            Map.entry("console.css", OWN + "console.css"),
            Map.entry("console.js", OWN + "console.js"),
            Map.entry("console-vocabulary.json", OWN + "console-vocabulary.json"),
            Map.entry("bootstrap-platen.css", OWN + "bootstrap-platen.css"),
            Map.entry("bootstrap-5.3.8.min.css", LIBRARIES + "bootstrap/5.3.8/dist/css/bootstrap.min.css"),
            Map.entry("bootstrap-5.3.8.rtl.min.css", LIBRARIES + "bootstrap/5.3.8/dist/css/bootstrap.rtl.min.css"),
            Map.entry("htmx-2.0.7.min.js", LIBRARIES + "htmx.org/2.0.7/dist/htmx.min.js"),
            Map.entry("codemirror-5.65.19.css", EDITOR + "lib/codemirror.css"),
            Map.entry("codemirror-5.65.19.js", EDITOR + "lib/codemirror.js"),
            Map.entry("codemirror-json-5.65.19.js", EDITOR + "mode/javascript/javascript.js"),
            Map.entry("codemirror-brackets-5.65.19.js", EDITOR + "addon/edit/closebrackets.js"),
            Map.entry("codemirror-lint-5.65.19.css", EDITOR + "addon/lint/lint.css"),
            Map.entry("codemirror-lint-5.65.19.js", EDITOR + "addon/lint/lint.js"),
            Map.entry("codemirror-hint-5.65.19.css", EDITOR + "addon/hint/show-hint.css"),
            Map.entry("codemirror-hint-5.65.19.js", EDITOR + "addon/hint/show-hint.js"));

    private Assets() {}

    /**
     * Finds an asset.
     *
     * @param name such as {@code plain.css}; any other name than those of assets is simply not found
     * @return its bytes; a new copy each time
     */
    public static Optional<byte[]> find(String name) {
        String path = PATHS.get(name);
        return path == null ? Optional.empty() : Optional.of(read(path));
    }

    /** The media type of an asset of this name, for the header of its response. */
    public static String mediaType(String name) {
        if (name.endsWith(".json")) {
            return "application/json";
        }
        return name.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8";
    }

    private static byte[] read(String path) {
        try (InputStream stream = Assets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the asset %s is missing from the class path".formatted(path));
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("the asset %s cannot be read".formatted(path), failure);
        }
    }
}
