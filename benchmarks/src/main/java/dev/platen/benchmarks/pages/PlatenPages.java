package dev.platen.benchmarks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.benchmarks.render.PlatenPage;
import java.util.List;
import java.util.regex.Pattern;

/** The pages as documents of components, which Platen compiles, and their data as JSON. */
public final class PlatenPages {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern HEAD = Pattern.compile("(?s)<!DOCTYPE.*?<body[^>]*>");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final JsonMapper MAPPER = new JsonMapper();

    private PlatenPages() {}

    /** The data of a page as JSON. */
    public static byte[] json(String page) {
        try {
            return MAPPER.writeValueAsBytes(Model.named(page));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records of strings and numbers are always JSON", impossible);
        }
    }

    static byte[] document(String page) {
        return Templates.read(page + ".json").getBytes(UTF_8);
    }

    static byte[] page(String page) {
        return new PlatenPage(document(page)).render(json(page));
    }

    /** Refuses a page that says something else than the one of the peers; what it looks like is its own affair. */
    static void check(String page, byte[] written) {
        List<String> expected = texts(ReferencePage.of(Model.named(page)));
        List<String> found = texts(new String(written, UTF_8));
        if (!expected.equals(found)) {
            throw new IllegalStateException(
                    "the page '%s' says%n%s%nbut the peers say%n%s".formatted(page, found, expected));
        }
    }

    private static List<String> texts(String html) {
        String body = HEAD.matcher(html).replaceFirst("").replace("&gt;", ">");
        return SPACE.splitAsStream(TAG.matcher(body).replaceAll(" "))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
