package dev.platen.contract.id;

/**
 * Names one request from the gateway to the last reply; also the key of its records on the reply topic.
 *
 * @param value 1 to 64 characters of {@code a-z 0-9 -}, starting with a letter or a digit
 */
public record RequestId(String value) {
    private static final int MAX_LENGTH = 64;

    /** Refuses a value outside the alphabet: the id is echoed in headers and logs. */
    public RequestId {
        Names.require("request id", value, MAX_LENGTH, "-");
    }

    @Override
    public String toString() {
        return value;
    }
}
