package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document of JSON Forms says itself about errors, in its {@code translations}, by the keys that JSON Forms looks
 * up: {@code <prefix>.error.custom}, {@code <prefix>.error.<keyword>}, {@code error.<keyword>}. The prefix is the
 * {@code i18n} of the control or of the schema, or the way to the value. Not changed once made.
 */
record DocumentTexts(JsonNode translations, Map<String, String> prefixes) {
    /** A document that says nothing. */
    static final DocumentTexts NONE = new DocumentTexts(MissingNode.getInstance(), Map.of());

    /** What prefixes of keys are called, in schemas and in controls. */
    static final String I18N = "i18n";

    static DocumentTexts of(JsonNode document) {
        JsonNode translations = document.path("translations");
        if (!translations.isObject()) {
            return NONE;
        }
        Map<String, String> prefixes = new HashMap<>();
        gather(document.path("uischema"), "", prefixes);
        return new DocumentTexts(translations, prefixes);
    }

    /** Finds the controls that bring keys of their own. Details of a list are about its items. */
    private static void gather(JsonNode element, String around, Map<String, String> prefixes) {
        JsonNode scope = element.path("scope");
        String path = scope.isTextual() ? joined(around, path(scope.textValue(), "/properties/")) : around;
        if (scope.isTextual() && element.path(I18N).isTextual()) {
            prefixes.putIfAbsent(path, element.path(I18N).textValue());
        }
        element.path("elements").forEach(child -> gather(child, around, prefixes));
        if (element.path("options").path("detail").isObject()) {
            gather(element.path("options").path("detail"), path, prefixes);
        }
    }

    /** What it says in a language, with a region or without; nothing where it does not speak it. */
    Local in(String locale) {
        String language = locale.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        JsonNode texts = Stream.of(locale, language)
                .map(translations::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(MissingNode.getInstance());
        return new Local(texts, prefixes);
    }

    /** What it says in one language. */
    record Local(JsonNode texts, Map<String, String> prefixes) {
        /**
         * What it says about an error.
         *
         * @param location JSON Pointer to the value, or to the member of it that is missing
         * @param schema that of the value, where it is known
         */
        Optional<String> message(String keyword, String location, @Nullable JsonNode schema) {
            if (!texts.isObject()) {
                return Optional.empty();
            }
            String path = path(location, "/");
            String own = schema == null ? "" : schema.path(I18N).asText("");
            String prefix = prefixes.getOrDefault(path, own.isEmpty() ? path : own);
            String rooted = prefix.isEmpty() ? "root" : prefix;
            return Stream.of(rooted + ".error.custom", rooted + ".error." + keyword, "error." + keyword)
                    .map(texts::path)
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .findFirst();
        }
    }

    /** The steps of a pointer between dots, without the positions in lists. */
    private static String path(String pointer, String separator) {
        int start = pointer.indexOf(separator);
        return start < 0
                ? ""
                : Arrays.stream(pointer.substring(start + separator.length()).split(separator, -1))
                        .filter(step -> !step.matches("[0-9]{1,10}"))
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .collect(Collectors.joining("."));
    }

    private static String joined(String around, String path) {
        return around.isEmpty() || path.isEmpty() ? around + path : around + "." + path;
    }
}
