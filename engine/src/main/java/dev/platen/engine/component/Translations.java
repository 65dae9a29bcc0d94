package dev.platen.engine.component;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the texts of a document are in other languages: {@code {"de": {"Orders": "Bestellungen"}}}. */
record Translations(Findings findings) {
    /** The document's own, over those of its form. */
    Map<String, Map<String, String>> of(ObjectValue document, Map<String, Map<String, String>> ofForm) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        ofForm.forEach((locale, texts) -> all.put(locale, new LinkedHashMap<>(texts)));
        objects(document.member("translations").orElse(null), "a language tag, such as 'de'")
                .forEach((locale, texts) -> texts.members().forEach((text, translation) -> {
                    if (translation instanceof StringValue known) {
                        all.computeIfAbsent(locale, key -> new LinkedHashMap<>())
                                .put(text, known.text());
                    } else {
                        wrong(translation, "a string");
                    }
                }));
        return all;
    }

    private Map<String, ObjectValue> objects(@Nullable Value value, String name) {
        Map<String, ObjectValue> objects = new LinkedHashMap<>();
        if (value instanceof ObjectValue object) {
            object.members().forEach((member, texts) -> {
                if (texts instanceof ObjectValue known) {
                    objects.put(member, known);
                } else {
                    wrong(texts, "an object with texts, its name " + name);
                }
            });
        } else if (value != null) {
            wrong(value, "an object with " + name + ", for each language");
        }
        return objects;
    }

    private void wrong(Value value, String expected) {
        findings.warning(
                value.place(),
                "wrong-type",
                "'translations' holds for each language the texts of the document with what they are in it; this should be %s, found %s; it is ignored"
                        .formatted(expected, value.kind()));
    }
}
