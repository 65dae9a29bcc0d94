package dev.platen.engine.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deep the groups of a pattern are nested, and how large its counted repeats become when they multiply. Reads the
 * pattern once, without understanding more of it than groups, classes, escapes and braces.
 *
 * @param nesting deepest nesting of groups
 * @param repeats largest product of counted repeats around one another
 */
record RepeatScan(int nesting, long repeats) {
    private static final long ENOUGH = 1_000_000;

    static RepeatScan of(String pattern) {
        Deque<Long> open = new ArrayDeque<>();
        int nesting = 0;
        long largest = 1;
        long inner = 1; // the largest product within the atom just read
        long group = 1; // the largest product within the open group so far
        boolean isInClass = false;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                at++;
                inner = 1;
            } else if (isInClass) {
                isInClass = c != ']';
            } else if (c == '[') {
                isInClass = true;
                inner = 1;
            } else if (c == '(') {
                open.push(group);
                group = 1;
                nesting = Math.max(nesting, open.size());
            } else if (c == ')') {
                inner = group;
                group = open.isEmpty() ? 1 : Math.max(open.pop(), inner);
            } else if (c == '{') {
                inner = Math.min(ENOUGH, inner * count(pattern, at));
                group = Math.max(group, inner);
            } else if (c != '*' && c != '+' && c != '?' && c != '}' && !Character.isDigit(c) && c != ',') {
                inner = 1;
            }
            largest = Math.max(largest, inner);
        }
        return new RepeatScan(nesting, largest);
    }

    /** The larger count of the braces that open here, or 1 where they are no repeat. */
    private static long count(String pattern, int brace) {
        long largest = 1;
        long current = 0;
        for (int at = brace + 1; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c >= '0' && c <= '9') {
                current = Math.min(ENOUGH, current * 10 + (c - '0'));
            } else if (c == ',' || c == '}') {
                largest = Math.max(largest, current);
                current = 0;
                if (c == '}') {
                    return largest;
                }
            } else {
                return 1;
            }
        }
        return 1;
    }
}
