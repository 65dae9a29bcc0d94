package dev.platen.engine.submit;

import dev.platen.engine.file.FileUrl;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads files. Those that were there stay, but for one whose button was pressed: a browser posts only what was chosen.
 *
 * @param changed told of the part that such a button changed, and whether it is gone
 */
record Files(Posted posted, Pressed pressed, Change changed) {
    /** Behind the id of the control, the id of the part that shows the files. */
    private static final String PART = "__files";

    /** Takes note of what a button changed. */
    @FunctionalInterface
    interface Change {
        void of(String id, boolean isButtonGone);
    }

    /** What was there: on a page that was posted with its files, what it says itself. */
    @Nullable
    Value before(String id, Optional<Value> kept, @Nullable Value before) {
        return kept.orElse(posted.hasFiles(id) ? null : before);
    }

    /** The file, null for none: the last of those that were chosen. */
    @Nullable
    Value one(String id, @Nullable Value before) {
        List<Value> chosen = chosen(id).toList();
        boolean isCleared = pressed.is(Pressed.Kind.CLEAR, id);
        if (isCleared) {
            changed.of(id + PART, chosen.isEmpty());
        }
        if (!chosen.isEmpty()) {
            return chosen.getLast();
        }
        return isCleared ? null : before;
    }

    /** The files, null for none: those that were chosen come after those that were there. */
    @Nullable
    Value several(String id, @Nullable Value before) {
        List<Value> files = new ArrayList<>(before instanceof ArrayValue array ? array.items() : List.of());
        int cleared = cleared(id, files.size());
        if (cleared >= 0) {
            files.remove(cleared);
        }
        boolean isChanged = cleared >= 0;
        for (Value file : chosen(id).toList()) {
            isChanged |= files.add(file);
        }
        if (cleared >= 0) {
            changed.of(id + PART, cleared >= files.size());
        }
        return isChanged ? Json.items(files) : before;
    }

    /** The index of the file whose button was pressed, or -1. */
    private int cleared(String id, int count) {
        for (int i = 0; pressed.kind() == Pressed.Kind.CLEAR && i < count; i++) {
            if (pressed.target().equals(id + "_" + i)) {
                return i;
            }
        }
        return -1;
    }

    /** Programs may post what a file becomes as text. */
    private Stream<Value> chosen(String id) {
        return Stream.concat(posted.files(id).stream(), posted.all(id).stream().filter(FileUrl::isDataUrl))
                .map(Json::text);
    }
}
