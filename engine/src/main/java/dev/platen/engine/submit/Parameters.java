package dev.platen.engine.submit;

import java.util.Optional;

/** The parameters of a header, as in {@code form-data; name="a"}. */
final class Parameters {
    private Parameters() {}

    /** The value of a parameter, without its quotes; reads the header once. */
    static Optional<String> find(String header, String name) {
        int at = header.indexOf(';') + 1;
        while (at > 0 && at < header.length()) {
            int end = nameEnd(header, at);
            boolean hasValue = end < header.length() && header.charAt(end) == '=';
            boolean isWanted = header.substring(at, end).strip().equalsIgnoreCase(name);
            boolean isQuoted = hasValue && header.startsWith("\"", end + 1);
            int from = isQuoted ? end + 2 : Math.min(end + 1, header.length());
            int to = !hasValue ? from : header.indexOf(isQuoted ? '"' : ';', from);
            if (isQuoted && to < 0) {
                return Optional.empty();
            }
            to = to < 0 ? header.length() : to;
            if (hasValue && isWanted) {
                return Optional.of(
                        isQuoted
                                ? header.substring(from, to)
                                : header.substring(from, to).strip());
            }
            at = hasValue ? header.indexOf(';', to) + 1 : end + 1;
        }
        return Optional.empty();
    }

    private static int nameEnd(String header, int from) {
        int at = from;
        while (at < header.length() && header.charAt(at) != '=' && header.charAt(at) != ';') {
            at++;
        }
        return at;
    }
}
