package dev.platen.engine.jsonforms;

import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels made of the names of members: {@code firstName} becomes {@code First Name}, as lodash's startCase does it. */
final class StartCase {
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019]");
    /** Ordinals, a word of capitals before a capitalised one, a word, capitals, digits, letters without case. */
    private static final Pattern WORD = Pattern.compile("\\d+(?:st|nd|rd|th)(?![a-z])|\\d+(?:ST|ND|RD|TH)(?![A-Z])"
            + "|\\p{Lu}+(?=\\p{Lu}\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{Lu}+|\\d+|[\\p{L}&&[^\\p{Lu}\\p{Ll}]]+");

    private StartCase() {}

    static String of(String name) {
        StringJoiner words = new StringJoiner(" ");
        Matcher matcher = WORD.matcher(APOSTROPHES.matcher(name).replaceAll(""));
        while (matcher.find()) {
            String word = matcher.group();
            int first = word.offsetByCodePoints(0, 1);
            words.add(Character.toString(Character.toUpperCase(word.codePointAt(0))) + word.substring(first));
        }
        return words.toString();
    }
}
