package dev.platen.gateway.page;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page in memory, with those of its coded forms that were asked for. Immutable. */
final class StoredPage {
    private final Map<Coding, byte[]> forms;

    private StoredPage(Map<Coding, byte[]> forms) {
        this.forms = forms;
    }

    static StoredPage of(byte[] html) {
        return new StoredPage(Map.of(Coding.IDENTITY, html));
    }

    StoredPage with(Coding coding, byte[] coded) {
        Map<Coding, byte[]> more = new EnumMap<>(forms);
        more.put(coding, coded);
        return new StoredPage(more);
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
