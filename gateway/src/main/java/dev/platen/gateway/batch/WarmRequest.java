package dev.platen.gateway.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.id.SchemaName;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which pages are wanted in the caches: those of every schema in every language and every look, with the data that the
 * schema brings.
 */
record WarmRequest(List<SchemaName> schemas, List<Presentation> presentations) {
    /** More pages than this are more than one request should ask for. */
    private static final int MAX_PAGES = 10_000;

    private static final TreeSet<String> MEMBERS = new TreeSet<>(List.of("schemas", "locales", "themes"));
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the members of a body.
     *
     * @throws IllegalArgumentException if there are members that mean nothing here, malformed ones, or too many pages
     */
    static WarmRequest of(Map<String, byte[]> members) {
        if (!MEMBERS.containsAll(members.keySet()) || !members.containsKey("schemas")) {
            throw new IllegalArgumentException(
                    "the body has lists of texts: schemas and, where not only the defaults are "
                            + "wanted, locales and themes; found the members %s".formatted(members.keySet()));
        }
        List<String> names = texts("schemas", members.get("schemas"), "");
        List<String> locales = texts("locales", members.get("locales"), Presentation.DEFAULT.locale());
        List<String> themes = texts("themes", members.get("themes"), Presentation.DEFAULT.theme());
        long pages = (long) names.size() * locales.size() * themes.size();
        if (pages > MAX_PAGES) {
            throw new IllegalArgumentException(
                    "at most %s pages can be asked for at once, these are %s; ask for a part of them"
                            .formatted(MAX_PAGES, pages));
        }
        return new WarmRequest(
                names.stream().map(SchemaName::new).toList(),
                locales.stream()
                        .flatMap(locale -> themes.stream()
                                .map(theme -> new Presentation(locale, theme, Presentation.DEFAULT.layout())))
                        .toList());
    }

    private static List<String> texts(String name, byte @Nullable [] json, String fallback) {
        if (json == null) {
            return List.of(fallback);
        }
        try {
            return Arrays.stream(JSON.readValue(json, String[].class))
                    .distinct()
                    .toList();
        } catch (IOException notTexts) {
            throw new IllegalArgumentException("%s must be a list of texts".formatted(name), notTexts);
        }
    }
}
