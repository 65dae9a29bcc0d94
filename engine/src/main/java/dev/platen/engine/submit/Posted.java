package dev.platen.engine.submit;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/** The names and values of a posted form. Reading one takes time and memory in proportion to its bytes. */
final class Posted {
    private final NavigableMap<String, List<String>> values = new TreeMap<>();
    private final Map<String, List<String>> files = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();

    /** Reads a body as browsers write it; what is not well-formed is read as it stands, as far as its parts can be told. */
    static Posted read(String mediaType, byte[] body, Limits limits) {
        if (body.length > limits.dataBytes()) {
            throw new Refused(new Problem(
                    ProblemCode.BODY_TOO_LARGE,
                    "a form may have at most %s bytes, found %s; send less"
                            .formatted(limits.dataBytes(), body.length)));
        }
        Posted posted = new Posted();
        if (mediaType.split(";", 2)[0].strip().equalsIgnoreCase(FormEncoding.MULTIPART)) {
            Multipart.read(mediaType, body, limits, posted);
        } else {
            posted.pairs(body, limits);
        }
        return posted;
    }

    private void pairs(byte[] body, Limits limits) {
        int controls = 0;
        int from = 0;
        for (int at = 0; at <= body.length; at++) {
            if (at == body.length || body[at] == '&') {
                if (at > from) {
                    bound(++controls, limits);
                    pair(body, from, at);
                }
                from = at + 1;
            }
        }
    }

    private static void bound(int controls, Limits limits) {
        if (controls > limits.tokens()) {
            throw new Refused(new Problem(
                    ProblemCode.DATA_REJECTED,
                    "a form may have at most %s controls, found more; send less".formatted(limits.tokens())));
        }
    }

    private void pair(byte[] body, int from, int to) {
        int equals = from;
        while (equals < to && body[equals] != '=') {
            equals++;
        }
        add(decoded(body, from, equals), decoded(body, Math.min(equals + 1, to), to));
    }

    /** Line ends are those of JSON texts, not those of forms. */
    void add(String name, String value) {
        control(name).add(value.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** A file that was chosen, as a data URL. */
    void addFile(String name, String url) {
        addNoFile(name);
        files.getOrDefault(name, List.of()).add(url);
    }

    /** A control for files in which none was chosen. */
    void addNoFile(String name) {
        control(name);
        files.computeIfAbsent(name, key -> new ArrayList<>(1));
    }

    private List<String> control(String name) {
        positions.putIfAbsent(name, positions.size());
        return values.computeIfAbsent(name, key -> new ArrayList<>(1));
    }

    private static String decoded(byte[] body, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int at = from; at < to; at++) {
            if (body[at] == '%' && at + 2 < to && hex(body[at + 1]) >= 0 && hex(body[at + 2]) >= 0) {
                out.write(hex(body[at + 1]) * 16 + hex(body[at + 2]));
                at += 2;
            } else {
                out.write(body[at] == '+' ? ' ' : body[at]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return digit < 0 ? -1 : Character.digit((char) digit, 16);
    }

    /** Where the control stands on the page, among the others; it is there. */
    int position(String name) {
        return positions.getOrDefault(name, 0);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether the page has a control for files of that name, and was posted with what was chosen there. */
    boolean hasFiles(String name) {
        return files.containsKey(name);
    }

    List<String> files(String name) {
        return files.getOrDefault(name, List.of());
    }

    /** Whether the page says which value the part of this id has. */
    boolean hasValue(String id) {
        return has(id) || has(id + "__fixed");
    }

    /** Whether there is a control of the part with this id, or of a part within it. */
    boolean hasWithin(String id) {
        return has(id) || hasPrefix(id + "_") || hasPrefix(id + "-");
    }

    boolean hasPrefix(String prefix) {
        String next = values.ceilingKey(prefix);
        return next != null && next.startsWith(prefix);
    }

    /** The names that begin like this, sorted. */
    NavigableSet<String> names(String prefix) {
        return values.subMap(prefix, true, prefix + Character.MAX_VALUE, true).navigableKeySet();
    }
}
