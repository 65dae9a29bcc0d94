package dev.platen.engine.ir;

import dev.platen.contract.plan.Option;
import dev.platen.engine.json.CanonicalNumber;

/**
 * A single value that is known while compiling.
 *
 * @param type its type
 * @param text as it is shown and submitted: the characters of a string, a number as it was written, {@code true},
 *     {@code false}, nothing for null, canonical JSON for an object or a list
 */
public record Literal(Option.Type type, String text) {
    /** The value as it is compared with data. */
    public Option option() {
        return new Option(
                type,
                switch (type) {
                    case STRING -> text;
                    case NUMBER -> CanonicalNumber.of(text);
                    case JSON -> text;
                    case TRUE, FALSE, NULL -> "";
                });
    }
}
