package dev.platen.engine.theme;

import dev.platen.engine.json.BundledJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The themes that there are. */
public final class Themes {
    private static final Map<String, Theme> BY_NAME = readAll();

    private Themes() {}

    /**
     * Finds a theme.
     *
     * @param name such as {@code plain}
     */
    public static Optional<Theme> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names of all themes, for those who ask for one that is not there. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<String, Theme> readAll() {
        Map<String, Theme> all = new LinkedHashMap<>();
        for (String name : new String[] {"plain", "bootstrap", "console"}) {
            all.put(
                    name,
                    ThemeReader.read(
                            name, BundledJson.find(Themes.class, name + ".json").orElseThrow(), all));
        }
        return Collections.unmodifiableMap(all);
    }
}
