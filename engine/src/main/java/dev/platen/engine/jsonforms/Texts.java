package dev.platen.engine.jsonforms;

import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people read, and what it is in other languages: documents name their texts by keys, forms by the texts themselves. */
final class Texts {
    private static final String EMPTY_OPTION = "enum.none";

    private final Map<String, ObjectValue> given;
    private final Map<String, Map<String, String>> translations = new TreeMap<>();

    /** @param given for each locale, texts by key */
    Texts(Map<String, ObjectValue> given) {
        this.given = given;
    }

    /** What was translated so far: for each locale, the translations of texts. */
    Map<String, Map<String, String>> translations() {
        return translations;
    }

    /** A text with this key. */
    String keyed(String key, String text) {
        given.forEach((locale, texts) -> {
            Optional<Value> translation = texts.member(key);
            if (!text.isEmpty() && translation.isPresent() && translation.get() instanceof StringValue found) {
                translations.computeIfAbsent(locale, name -> new TreeMap<>()).putIfAbsent(text, found.text());
            }
        });
        return text;
    }

    /** What the document calls the option that stands for nothing; empty where it leaves that to the page. */
    String ofEmptyOption() {
        boolean isNamed = given.values().stream()
                .anyMatch(texts -> texts.member(EMPTY_OPTION).isPresent());
        return isNamed ? keyed(EMPTY_OPTION, "None") : "";
    }

    /**
     * The label or text of an element that is not a control: where it has no key, it is one itself, and where there is
     * nothing but a key, its last word stands in.
     */
    String ofElement(Typed element, String member) {
        Optional<String> text =
                element.value(member).filter(StringValue.class::isInstance).map(found -> ((StringValue) found).text());
        Optional<String> key = element.text("i18n").map(prefix -> prefix + "." + member);
        Optional<String> last = element.text("i18n").map(prefix -> prefix.substring(prefix.lastIndexOf('.') + 1));
        return keyed(
                key.or(() -> text).orElse(""),
                text.or(() -> last.map(StartCase::of)).orElse(""));
    }

    /** What the keys of a control begin with: what it says, what its schema says, or the way to its value. */
    static String prefix(Typed control, Typed schema, List<String> path) {
        return control.text("i18n")
                .or(() -> schema.text("i18n"))
                .orElseGet(() -> path.isEmpty() ? "root" : String.join(".", path));
    }
}
