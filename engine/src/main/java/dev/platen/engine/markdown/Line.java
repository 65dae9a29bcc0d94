package dev.platen.engine.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what is within a block, from left to right. Used for one text. */
final class Line {
    private static final int MAX_NESTING = 6;
    private static final char DELETE = 0x7f;

    private final String text;
    private final int nesting;
    private final List<Inline> read = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    /** For what ends a piece, where it is next; -1 where it is nowhere any more. */
    private final Map<String, Integer> ends = new HashMap<>();

    private int at;
    private int labelEnd = -1;
    private int label;

    private Line(String text, int nesting) {
        this.text = text;
        this.nesting = nesting;
    }

    static List<Inline> read(String text) {
        return new Line(text, 0).read();
    }

    private List<Inline> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean isRead =
                    switch (c) {
                        case '\\' -> escaped();
                        case '`' -> code();
                        case '[' -> link();
                        case '*', '_' -> emphasis(c);
                        default -> false;
                    };
            if (!isRead) {
                plain.append(c);
                at++;
            }
        }
        endPlain();
        return read;
    }

    private void endPlain() {
        if (!plain.isEmpty()) {
            read.add(new Inline.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private void add(Inline inline, int end) {
        endPlain();
        read.add(inline);
        at = end;
    }

    private List<Inline> within(int from, int to) {
        return new Line(text.substring(from, to), nesting + 1).read();
    }

    private boolean escaped() {
        boolean isEscaped = at + 1 < text.length() && isPunctuation(text.charAt(at + 1));
        if (isEscaped) {
            plain.append(text.charAt(at + 1));
            at += 2;
        }
        return isEscaped;
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < DELETE && !Character.isLetterOrDigit(c);
    }

    private boolean code() {
        int start = at;
        while (start < text.length() && text.charAt(start) == '`') {
            start++;
        }
        String fence = text.substring(at, start);
        int end = find(fence, start);
        if (end < 0) {
            plain.append(fence);
            at = start;
            return true;
        }
        add(new Inline.Code(text.substring(start, end).strip()), end + fence.length());
        return true;
    }

    private boolean link() {
        int close = find("](", at);
        int end = close < 0 ? -1 : find(")", close + 2);
        if (end < 0 || nesting >= MAX_NESTING) {
            return false;
        }
        if (labelBefore(close) > at) {
            return false; // that bracket is the one that begins the link
        }
        add(new Inline.Link(text.substring(close + 2, end).strip(), within(at + 1, close)), end + 1);
        return true;
    }

    private int labelBefore(int close) {
        if (labelEnd != close) {
            labelEnd = close;
            label = text.lastIndexOf('[', close);
        }
        return label;
    }

    private boolean emphasis(char mark) {
        boolean isStrong = at + 1 < text.length() && text.charAt(at + 1) == mark;
        String marks = String.valueOf(mark).repeat(isStrong ? 2 : 1);
        int start = at + marks.length();
        boolean isWithinWord = mark == '_' && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        boolean canBegin = start < text.length() && !Character.isWhitespace(text.charAt(start)) && !isWithinWord;
        int end = canBegin && nesting < MAX_NESTING ? find(marks, start + 1) : -1;
        if (end < 0 || Character.isWhitespace(text.charAt(end - 1))) {
            plain.append(marks);
            at = start;
            return true;
        }
        add(new Inline.Emphasis(isStrong, within(start, end)), end + marks.length());
        return true;
    }

    /** Where the text is next; a search that found it, or did not, is not repeated. */
    private int find(String wanted, int from) {
        Integer known = ends.get(wanted);
        if (known == null || (known >= 0 && known < from)) {
            known = text.indexOf(wanted, from);
            ends.put(wanted, known);
        }
        return known;
    }
}
