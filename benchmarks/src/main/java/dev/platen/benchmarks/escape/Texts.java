package dev.platen.benchmarks.escape;

import java.util.List;

/** Values to escape. None holds a quotation mark or an apostrophe, which not every peer replaces between tags. */
final class Texts {
    static final List<String> NAMES =
            List.of("short-clean", "long-clean", "short-dirty", "long-dirty", "long-japanese");

    private static final int LONG = 4096;

    private Texts() {}

    static String named(String name) {
        return switch (name) {
            case "short-clean" -> "Flange";
            case "long-clean" -> repeated("The quick brown fox jumps over the lazy dog. ");
            case "short-dirty" -> "a<b>&c";
            case "long-dirty" -> repeated("if a < b && c > d: R&D. ");
            case "long-japanese" -> repeated("部品の注文を受け付けました。");
            default -> throw new IllegalArgumentException("no text is called '%s'".formatted(name));
        };
    }

    private static String repeated(String phrase) {
        return phrase.repeat(LONG / phrase.length() + 1).substring(0, LONG);
    }
}
