package dev.platen.helm.dashboard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A PromQL expression, read as far as its selectors. This is no full parser: it knows strings, brackets, functions and
 * lists of labels, which is enough to tell metrics from everything else.
 *
 * @param selectors what is read, in order
 * @param balanced whether every bracket and string is closed
 */
public record Expression(List<Selector> selectors, boolean balanced) {
    private static final Pattern TOKEN = Pattern.compile(
            "\"[^\"]*\"" // string
                    + "|[A-Za-z_:][A-Za-z0-9_:]*" // name
                    + "|[0-9.][0-9A-Za-z.]*" // number or duration
                    + "|\\{(?:[^{}\"]|\"[^\"]*\")*\\}" // matchers
                    + "|\\[[^\\[\\]]*\\]" // range
                    + "|\\S");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*(\"[^\"]*\")");
    private static final Set<String> BEFORE_LABELS =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    /** Copies the selectors. */
    public Expression {
        selectors = List.copyOf(selectors);
    }

    /** Reads an expression; whatever it is, there is an answer. */
    public static Expression of(String text) {
        Reading reading = new Reading(
                TOKEN.matcher(text).results().map(MatchResult::group).toList());
        reading.read();
        return new Expression(reading.selectors, reading.balanced && reading.functions.isEmpty());
    }

    private static final class Reading {
        private final List<String> tokens;
        private final List<Selector> selectors = new ArrayList<>();
        private final Deque<String> functions = new ArrayDeque<>();
        private String function = "";
        private boolean balanced = true;
        private int next;

        Reading(List<String> tokens) {
            this.tokens = tokens;
        }

        void read() {
            while (next < tokens.size()) {
                String token = tokens.get(next++);
                switch (token.charAt(0)) {
                    case '(' -> {
                        functions.push(function);
                        function = "";
                    }
                    case ')' -> close();
                    case '{' -> selector("", token);
                    case '"' -> balanced &= token.length() > 1;
                    case '}', '[', ']' -> balanced = false;
                    default -> name(token);
                }
            }
        }

        private void close() {
            if (functions.isEmpty()) {
                balanced = false;
                return;
            }
            functions.pop();
        }

        private void name(String token) {
            if (BEFORE_LABELS.contains(token)) {
                skipLabels();
                return;
            }
            boolean isName = Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
            if (!isName || OPERATORS.contains(token)) {
                return;
            }
            if (peek().equals("(") || BEFORE_LABELS.contains(peek())) {
                function = token;
                return;
            }
            selector(token, peek().startsWith("{") ? tokens.get(next++) : "");
        }

        private void skipLabels() {
            if (peek().equals("(")) {
                while (next < tokens.size() && !tokens.get(next++).equals(")")) {}
            }
        }

        private void selector(String metric, String matchers) {
            balanced &= !matchers.equals("{");
            String range = peek().startsWith("[") && peek().length() > 1 ? tokens.get(next++) : "";
            String within = functions.isEmpty() ? "" : functions.element();
            selectors.add(new Selector(metric, matchers(matchers), range.replaceAll("[\\[\\]]", ""), within));
        }

        private String peek() {
            return next < tokens.size() ? tokens.get(next) : "";
        }

        private static List<String> matchers(String braces) {
            return MATCHER.matcher(braces)
                    .results()
                    .map(found -> found.group(1) + found.group(2) + found.group(3))
                    .toList();
        }
    }
}
