package dev.platen.engine.submit;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.file.FileUrl;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} as browsers write it (RFC 7578, HTML), in time and memory in proportion to its bytes.
 * Used once.
 */
final class Multipart {
    /** Of RFC 2046. */
    private static final Pattern BOUNDARY = Pattern.compile("[A-Za-z0-9'()+_,./:=? -]{0,69}[A-Za-z0-9'()+_,./:=?-]");

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final int MAX_HEAD = 8 * 1024;
    private static final int MAX_QUOTED = 80;

    private final byte[] body;
    private final byte[] delimiter;
    private final Limits limits;
    private final Posted posted;

    private Multipart(byte[] body, String boundary, Limits limits, Posted posted) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        this.limits = limits;
        this.posted = posted;
    }

    /** Adds everything that the body holds. */
    static void read(String mediaType, byte[] body, Limits limits, Posted posted) {
        String boundary = Parameters.find(mediaType, "boundary")
                .filter(given -> BOUNDARY.matcher(given).matches())
                .orElseThrow(() -> refused(
                        "the media type of a form names its boundary, of at most 70 characters, found '%s'; post it as browsers do"
                                .formatted(quoted(mediaType))));
        new Multipart(body, boundary, limits, posted).read();
    }

    private static String quoted(String text) {
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
    }

    private static Refused refused(String detail) {
        return new Refused(new Problem(ProblemCode.DATA_REJECTED, detail));
    }

    private void read() {
        int marker = delimiter.length - LINE_END.length;
        boolean isFirst = is(delimiter, LINE_END.length, 0) && isDelimited(marker);
        int at = isFirst ? marker : end(0) + delimiter.length;
        int parts = 0;
        while (!isLast(at)) {
            if (++parts > limits.tokens()) {
                throw refused("a form may have at most %s controls, found more; send less".formatted(limits.tokens()));
            }
            int head = lineEnd(at) + LINE_END.length;
            int content = headEnd(head);
            int end = end(content);
            part(new String(body, head, content - head, StandardCharsets.UTF_8), content, end);
            at = end + delimiter.length;
        }
    }

    /** Whether the bytes are there, from those at {@code skipped} on. */
    private boolean is(byte[] expected, int skipped, int at) {
        int length = expected.length - skipped;
        return at + length <= body.length && Arrays.equals(body, at, at + length, expected, skipped, expected.length);
    }

    /** The next delimiter. It begins as nothing else within it does, so that no byte is looked at more than twice. */
    private int end(int from) {
        for (int at = from; at + delimiter.length <= body.length; at++) {
            if (body[at] == '\r' && is(delimiter, 0, at) && isDelimited(at + delimiter.length)) {
                return at;
            }
        }
        throw cut();
    }

    private static Refused cut() {
        return refused("a form ends with its boundary, the end of this one is missing; send it again");
    }

    /** Whether it is the boundary that ends there, not one that begins alike. */
    private boolean isDelimited(int at) {
        return isLast(at) || is(LINE_END, 0, lineEnd(at));
    }

    private boolean isLast(int at) {
        return at + 2 <= body.length && body[at] == '-' && body[at + 1] == '-';
    }

    /** Behind the space that may follow a boundary. */
    private int lineEnd(int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Where the content of a part begins. */
    private int headEnd(int from) {
        if (is(LINE_END, 0, from)) {
            return from + LINE_END.length;
        }
        for (int at = from; at < from + MAX_HEAD; at++) {
            if (is(HEAD_END, 0, at)) {
                return at + HEAD_END.length;
            }
            if (at >= body.length) {
                throw cut();
            }
        }
        throw refused("the head of a part of a form may have at most %s bytes, found more; shorten its names"
                .formatted(MAX_HEAD));
    }

    private void part(String head, int from, int to) {
        String disposition = header(head, "content-disposition").orElse("");
        String name = Parameters.find(disposition, "name")
                .orElseThrow(() -> refused("each part of a form has a name, found one with '%s'; post it as browsers do"
                        .formatted(quoted(disposition))));
        Optional<String> fileName = Parameters.find(disposition, "filename").map(Multipart::unescaped);
        if (fileName.isEmpty()) {
            posted.add(unescaped(name), new String(body, from, to - from, StandardCharsets.UTF_8));
        } else if (fileName.get().isEmpty() && from == to) {
            posted.addNoFile(unescaped(name));
        } else {
            String type = header(head, "content-type").orElse("");
            posted.addFile(unescaped(name), FileUrl.text(type, fileName.get(), body, from, to));
        }
    }

    private static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1))
                .findFirst();
    }

    /** Browsers write quotation marks like this, and nothing else; line ends are not in names. */
    private static String unescaped(String text) {
        return text.replace("%22", "\"");
    }
}
