package dev.platen.engine.jsonschema;

import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON Pointers (RFC 6901) in the fragment of a reference. */
final class Pointers {
    private Pointers() {}

    /** What the pointer leads to from {@code root}; the whole for an empty one. */
    static Optional<Value> find(Value root, String pointer) {
        Optional<Value> at = Optional.of(root);
        if (pointer.isEmpty()) {
            return at;
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            at = at.flatMap(value -> step(value, decoded(step)));
        }
        return at;
    }

    private static Optional<Value> step(Value at, String step) {
        return switch (at) {
            case ObjectValue object -> object.member(step);
            case ArrayValue array ->
                step.matches("0|[1-9][0-9]{0,8}")
                                && Integer.parseInt(step) < array.items().size()
                        ? Optional.of(array.items().get(Integer.parseInt(step)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A pointer in a fragment is percent-encoded around its own escapes. */
    private static String decoded(String step) {
        String plain = step;
        if (step.indexOf('%') >= 0) {
            try {
                plain = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                plain = step; // a bare percent sign stands for itself
            }
        }
        return plain.replace("~1", "/").replace("~0", "~");
    }
}
