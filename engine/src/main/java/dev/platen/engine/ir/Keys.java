package dev.platen.engine.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the names of members can be that people choose.
 *
 * @param hints what the browser checks
 * @param names among which one is chosen; empty for any
 */
public record Keys(Map<Control.Hint, String> hints, List<String> names) {
    /** Any. */
    public static final Keys ANY = new Keys(Map.of(), List.of());

    /** Keeps copies; the order matters. */
    public Keys {
        hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
        names = List.copyOf(names);
    }
}
