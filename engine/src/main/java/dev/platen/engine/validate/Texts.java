package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Messages in one language: a file of texts by keyword, with the keyword's value and a member's name filled in. */
final class Texts {
    private static final int MAX_VALUE = 80;
    private static final int MAX_CHOICES = 10;

    private static final Map<String, Texts> LANGUAGES = Stream.of("en", "de", "fr", "es", "ja", "ar")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Texts::new));

    private final Properties texts = new Properties();

    private Texts(String language) {
        String file = "messages/" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** The texts in the language of a BCP 47 tag, or in English. */
    static Texts in(String locale) {
        String language = locale.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        Texts texts = LANGUAGES.get(language);
        return texts == null ? Objects.requireNonNull(LANGUAGES.get("en")) : texts;
    }

    /**
     * What a broken keyword means.
     *
     * @param value the keyword's value
     * @param data the value that breaks it
     * @param name of the member that it is about
     * @param variant the library's name of what went wrong
     */
    String message(
            String keyword,
            @Nullable JsonNode value,
            @Nullable JsonNode data,
            @Nullable String name,
            @Nullable String variant) {
        String text = text(keyword, value, variant);
        return text.replace("{0}", value == null ? "" : shown(value))
                .replace("{1}", name == null ? "" : cut(name))
                .replace("{2}", data == null || data.isContainerNode() ? "" : cut(data.asText()));
    }

    private String text(String keyword, @Nullable JsonNode value, @Nullable String variant) {
        String detail = value == null || value.isContainerNode() ? "" : value.asText();
        boolean isLongList = value != null && value.isArray() && value.size() > MAX_CHOICES;
        return Stream.of(
                        "oneOf.indexes".equals(variant) ? "oneOf.many" : "",
                        isLongList ? keyword + ".many" : "",
                        keyword + "." + detail,
                        keyword,
                        "other")
                .map(texts::getProperty)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static String shown(JsonNode value) {
        if (!value.isArray()) {
            return cut(value.isContainerNode() ? value.toString() : value.asText());
        }
        return StreamSupport.stream(value.spliterator(), false)
                .limit(MAX_CHOICES)
                .map(Texts::shown)
                .collect(Collectors.joining(", "));
    }

    private static String cut(String text) {
        return text.length() <= MAX_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_VALUE))) + "…";
    }
}
