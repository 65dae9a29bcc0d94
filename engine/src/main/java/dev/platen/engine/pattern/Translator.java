package dev.platen.engine.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pattern as ECMA-262 does with its {@code u} flag, lenient where pages in the wild are (lone braces, needless
 * escapes of punctuation), and writes it for RE2. Structure is left for RE2 to check.
 */
final class Translator {
    private static final String ANY = "[\\x{0}-\\x{10FFFF}]";
    private static final String NONE = "[^\\x{0}-\\x{10FFFF}]";
    private static final String NOT_LINE_END = "[^\\n\\r\\x{2028}\\x{2029}]";
    private static final String SPACES =
            "\\t-\\r\\x20\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
    private static final String NO_SPACES = "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}"
            + "\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"
            + "\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";

    private static final Pattern LOOK_AROUND = Pattern.compile("\\x3c?[=!]");
    private static final Pattern NAME = Pattern.compile("\\x3c[\\pL_$][\\pL\\pN_$]*\\x3e");

    private final String pattern;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private boolean isInClass;
    private boolean isEcmaScript = true;
    private @Nullable String objection;

    private Translator(String pattern) {
        this.pattern = pattern;
    }

    static Translation translate(String pattern) {
        Translator translator = new Translator(pattern);
        while (translator.at < pattern.length()) {
            translator.next();
        }
        return new Translation(translator.text.toString(), translator.objection, translator.isEcmaScript);
    }

    private void next() {
        char c = pattern.charAt(at++);
        if (c == '\\') {
            escape();
        } else if (isInClass) {
            inClass(c);
        } else {
            outsideClass(c);
        }
    }

    private void inClass(char c) {
        isInClass = c != ']';
        text.append(c == '[' ? "\\[" : c);
    }

    private void outsideClass(char c) {
        switch (c) {
            case '[' -> openClass();
            case '(' -> openGroup();
            case '.' -> text.append(NOT_LINE_END);
            case '{' -> text.append(isRepeat() ? "{" : "\\{");
            case '}' -> text.append(text.length() > 0 && isRepeatEnd() ? "}" : "\\}");
            case ']' -> text.append("\\]");
            default -> text.append(c);
        }
    }

    private void openClass() {
        if (accept("^]")) {
            text.append(ANY);
        } else if (accept("]")) {
            text.append(NONE);
        } else {
            isInClass = true;
            text.append(accept("^") ? "[^" : "[");
        }
    }

    /** Nobody asks for captures, and without them matching is faster. */
    private void openGroup() {
        text.append("(?:");
        if (accept("?:") || !accept("?")) {
            return;
        }
        Matcher looking = LOOK_AROUND.matcher(pattern);
        Matcher name = NAME.matcher(pattern);
        if (looking.find(at) && looking.start() == at) {
            at = looking.end();
            unsupported("look-around is not supported; say what may stand there instead of what may not");
        } else if (name.find(at) && name.start() == at) {
            at = name.end();
        } else {
            malformed("a group with '(?' needs ':' or a name; flags such as (?i) are not part of ECMAScript");
        }
    }

    private boolean isRepeat() {
        return repeatEnd(at - 1) > 0;
    }

    private boolean isRepeatEnd() {
        int brace = pattern.lastIndexOf('{', at - 1);
        return brace >= 0 && repeatEnd(brace) == at - 1;
    }

    /** Where the repeat that opens at a brace closes, or -1 where it is none. */
    private int repeatEnd(int brace) {
        int end = pattern.indexOf('}', brace);
        return end > 0 && pattern.substring(brace, end + 1).matches("\\{\\d+(,\\d*)?}") ? end : -1;
    }

    private void escape() {
        if (at == pattern.length()) {
            malformed("a pattern cannot end with '\\'; remove it or write '\\\\'");
            return;
        }
        char c = pattern.charAt(at++);
        switch (c) {
            case 'd', 'D', 'w', 'W', 't', 'n', 'r', 'f' -> text.append('\\').append(c);
            case 'b' -> text.append(isInClass ? "\\x08" : "\\b");
            case 'B' -> text.append(isInClass ? "B" : "\\B");
            case 'v' -> text.append("\\x0b");
            case 's' -> text.append(isInClass ? SPACES : "[" + SPACES + "]");
            case 'S' -> text.append(isInClass ? NO_SPACES : "[" + NO_SPACES + "]");
            case '0' -> text.append("\\x{0}");
            case 'c' -> control();
            case 'x' -> hexadecimal(2);
            case 'u' -> unicode();
            case 'p', 'P' -> property(c);
            case 'k', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                unsupported("back-references are not supported; write out what they repeat");
            default -> identity(c);
        }
    }

    private void identity(char c) {
        if (Character.isLetterOrDigit(c) && c < 0x80) {
            malformed("'\\%c' is not part of ECMAScript; write '%c', or the characters that it stands for"
                    .formatted(c, c));
        } else if (c > ' ' && c < 0x7f) {
            text.append('\\').append(c);
        } else {
            text.append(c);
        }
    }

    private void control() {
        char letter = at < pattern.length() ? pattern.charAt(at) : ' ';
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
            at++;
            code(letter % 32);
        } else {
            malformed("'\\c' needs a letter after it");
        }
    }

    private void unicode() {
        if (accept("{")) {
            int end = pattern.indexOf('}', at);
            hexadecimal(end < 0 ? 0 : end - at);
            at = end < 0 ? at : end + 1;
            return;
        }
        int high = digits(at, 4);
        boolean isPair = high >= 0xd800 && high < 0xdc00 && pattern.startsWith("\\u", at + 4);
        int low = isPair ? digits(at + 6, 4) : -1;
        if (low >= 0xdc00 && low < 0xe000) {
            at += 10;
            code(Character.toCodePoint((char) high, (char) low));
        } else {
            hexadecimal(4);
        }
    }

    private void hexadecimal(int length) {
        int code = digits(at, length);
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            malformed("'\\x' and '\\u' need two and four hexadecimal digits after them, or '\\u{…}'");
        } else {
            at += length;
            code(code);
        }
    }

    private int digits(int from, int length) {
        boolean isHexadecimal = length > 0
                && length <= 6
                && from + length <= pattern.length()
                && pattern.substring(from, from + length)
                        .chars()
                        .allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
        return isHexadecimal ? Integer.parseInt(pattern.substring(from, from + length), 16) : -1;
    }

    private void property(char letter) {
        int end = pattern.indexOf('}', at);
        if (!accept("{") || end < 0) {
            malformed("'\\%c' needs a property in braces after it, such as '\\p{L}'".formatted(letter));
            return;
        }
        String name = pattern.substring(at, end);
        at = end + 1;
        text.append('\\')
                .append(letter)
                .append('{')
                .append(Properties.re2Name(name))
                .append('}');
    }

    private void code(int code) {
        text.append("\\x{").append(Integer.toHexString(code)).append('}');
    }

    private boolean accept(String expected) {
        boolean isNext = pattern.startsWith(expected, at);
        at += isNext ? expected.length() : 0;
        return isNext;
    }

    private void unsupported(String reason) {
        objection = objection == null ? reason : objection;
    }

    private void malformed(String reason) {
        unsupported(reason);
        isEcmaScript = false;
    }
}
