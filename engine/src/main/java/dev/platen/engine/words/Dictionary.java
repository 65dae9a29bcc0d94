package dev.platen.engine.words;

import dev.platen.contract.plan.Word;
import dev.platen.engine.json.BundledJson;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of one language. Immutable. */
public final class Dictionary {
    /** The languages that there are, by their subtag; the first stands in for those that are not there. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ja", "ar");

    private static final Map<String, Dictionary> BY_LANGUAGE = readAll();

    private final String language;
    private final Map<Word, String> texts;

    private Dictionary(String language, Map<Word, String> texts) {
        this.language = language;
        this.texts = Collections.unmodifiableMap(texts);
    }

    /**
     * The words for a reader.
     *
     * @param locale BCP 47 tag, such as {@code de-AT}; a region, script or variant is left out of account
     * @return those of the language, or the English ones where the language is not known
     */
    public static Dictionary of(String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        Dictionary found = BY_LANGUAGE.get(language);
        return found == null ? english() : found;
    }

    /** The subtag of its language. */
    public String language() {
        return language;
    }

    /** What is said for a word; never empty. */
    public String text(Word word) {
        String text = texts.get(word);
        if (text == null) {
            throw new IllegalStateException("the language %s has no text for %s".formatted(language, word));
        }
        return text;
    }

    private static Dictionary english() {
        return BY_LANGUAGE.values().iterator().next();
    }

    private static Map<String, Dictionary> readAll() {
        Map<String, Dictionary> all = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> all.put(language, read(language)));
        return Collections.unmodifiableMap(all);
    }

    private static Dictionary read(String language) {
        ObjectValue file =
                BundledJson.find(Dictionary.class, language + ".json").orElseThrow();
        Map<Word, String> texts = new EnumMap<>(Word.class);
        file.members().forEach((name, value) -> texts.put(Word.valueOf(name), textOf(value)));
        return new Dictionary(language, texts);
    }

    private static String textOf(Value value) {
        if (value instanceof StringValue(var _, String text) && !text.isBlank()) {
            return text;
        }
        throw new IllegalStateException("%s must be a text, found %s".formatted(value.place(), value.kind()));
    }
}
