package dev.platen.engine.submit;

import dev.platen.engine.json.Value;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a page shows besides its data. Ids are those of the page that is rendered from the data beside it.
 *
 * @param choices number of the chosen form by id of the choice
 * @param pages index of the page by id of the list
 * @param open ids of the parts that are open without having a value
 */
public record ViewState(SortedMap<String, Integer> choices, SortedMap<String, Integer> pages, SortedSet<String> open) {
    /** Keeps copies. */
    public ViewState {
        choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
        pages = Collections.unmodifiableSortedMap(new TreeMap<>(pages));
        open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
    }

    /** {@code {"choices": {id: index}, "pages": {id: index}, "open": [id]}}, without the members that are empty. */
    public byte[] toJson() {
        Map<String, Value> members = new TreeMap<>();
        if (!choices.isEmpty()) {
            members.put("choices", numbers(choices));
        }
        if (!pages.isEmpty()) {
            members.put("pages", numbers(pages));
        }
        if (!open.isEmpty()) {
            List<Value> ids = open.stream().map(Json::text).toList();
            members.put("open", Json.items(ids));
        }
        return Json.write(Json.members(members)).getBytes(StandardCharsets.UTF_8);
    }

    private static Value numbers(Map<String, Integer> values) {
        Map<String, Value> members = new TreeMap<>();
        values.forEach((id, value) -> members.put(id, Json.number(Integer.toString(value))));
        return Json.members(members);
    }
}
