package dev.platen.engine.words;

import java.util.Locale;
import java.util.Set;

/** Which way a language is written. */
public enum Direction {
    /** From left to right. */
    LTR,
    /** From right to left. */
    RTL;

    private static final Set<String> RTL_SCRIPTS =
            Set.of("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa");
    private static final Set<String> RTL_LANGUAGES =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi");

    /**
     * The direction of a language. A script that the tag names counts more than the language.
     *
     * @param tag a BCP 47 tag
     */
    public static Direction of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String script = locale.getScript().toLowerCase(Locale.ROOT);
        boolean isRightToLeft =
                script.isEmpty() ? RTL_LANGUAGES.contains(locale.getLanguage()) : RTL_SCRIPTS.contains(script);
        return isRightToLeft ? RTL : LTR;
    }

    /** The value of the attribute {@code dir}. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
