package dev.platen.gateway;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page in memory, with those of its coded forms that were asked for. Immutable. */
final class StoredPage {
    private final String tag;
    private final Map<Coding, byte[]> forms;

    private StoredPage(String tag, Map<Coding, byte[]> forms) {
        this.tag = tag;
        this.forms = forms;
    }

    static StoredPage of(String tag, byte[] html) {
        return new StoredPage(tag, Map.of(Coding.IDENTITY, html));
    }

    StoredPage with(Coding coding, byte[] coded) {
        Map<Coding, byte[]> more = new EnumMap<>(forms);
        more.put(coding, coded);
        return new StoredPage(tag, more);
    }

    /** What it is purged by. */
    String tag() {
        return tag;
    }

    byte[] html() {
        byte[] html = form(Coding.IDENTITY);
        if (html == null) {
            throw new IllegalStateException("every page is stored as it is");
        }
        return html;
    }

    byte @Nullable [] form(Coding coding) {
        return forms.get(coding);
    }

    int bytes() {
        return forms.values().stream().mapToInt(form -> form.length).sum();
    }
}
