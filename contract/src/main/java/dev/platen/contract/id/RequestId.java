package dev.platen.contract.id;

import java.util.Optional;

/**
 * Names one request from the gateway to the last reply; also the key of its records on the reply topic.
 *
 * @param value 1 to 64 characters of {@code a-z 0-9 -}, starting with a letter or a digit
 */
public record RequestId(String value) {
    private static final int MAX_LENGTH = 64;
    private static final String PUNCTUATION = "-";

    /** Refuses a value outside the alphabet: the id is echoed in headers and logs. */
    public RequestId {
        Names.require("request id", value, MAX_LENGTH, PUNCTUATION);
    }

    /** The id that a text is, or empty where it is none: texts of clients may be anything. */
    public static Optional<RequestId> find(String text) {
        return Names.isValid(text, MAX_LENGTH, PUNCTUATION) ? Optional.of(new RequestId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
