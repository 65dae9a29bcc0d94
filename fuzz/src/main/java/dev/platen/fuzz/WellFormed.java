package dev.platen.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a page apart by the rules that our pages follow, which are stricter than HTML's: whatever of the data breaks out of
 * its context breaks one of them.
 */
final class WellFormed {
    private static final String DOCTYPE = "<!DOCTYPE html>\n";
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]++)((?: [a-zA-Z-]++(?:=\"[^\"<>]*+\")?)*+)>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-zA-Z-]++)(?:=\"([^\"<>]*+)\")?");
    private static final Pattern REFERENCE = Pattern.compile("&(?:amp|lt|gt|#34|#39|#13);");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");

    private WellFormed() {}

    static void verify(String html) {
        String content = html.startsWith(DOCTYPE) ? html.substring(DOCTYPE.length()) : html;
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(content);
        int end = 0;
        while (tag.find()) {
            text(content.substring(end, tag.start()));
            attributes(tag.group(3));
            if (!tag.group(1).isEmpty()) {
                Findings.require(tag.group(2).equals(open.poll()), "tags are closed in their order");
            } else if (!VOID.contains(tag.group(2))) {
                open.push(tag.group(2));
            }
            end = tag.end();
        }
        text(content.substring(end));
        Findings.require(open.isEmpty(), "every tag is closed");
    }

    private static void attributes(String text) {
        Set<String> names = new HashSet<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String name = attribute.group(1);
            String value = attribute.group(2) == null ? "" : attribute.group(2);
            text(value);
            Findings.require(names.add(name), "no attribute is there twice");
            Findings.require(!name.startsWith("on"), "there are no event handlers");
            boolean isAddress = name.equals("href") || name.equals("src") || name.equals("action");
            Findings.require(
                    !isAddress || !value.strip().regionMatches(true, 0, "javascript:", 0, "javascript:".length()),
                    "no address is a script");
        }
    }

    private static void text(String text) {
        boolean isBare = text.indexOf('<') >= 0 || text.indexOf('>') >= 0 || text.indexOf('\0') >= 0;
        Findings.require(!isBare && text.indexOf('\r') < 0, "special characters are written as references");
        Findings.require(
                text.indexOf('&') < 0 || REFERENCE.matcher(text).replaceAll("").indexOf('&') < 0,
                "every reference is complete");
    }
}
