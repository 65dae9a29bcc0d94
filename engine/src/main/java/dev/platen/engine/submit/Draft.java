package dev.platen.engine.submit;

import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value while it is put together by several parts; begins as what it was before. Not thread-safe. */
final class Draft {
    private @Nullable Value whole;
    private @Nullable Map<String, Value> members;

    Draft(@Nullable Value before) {
        set(before);
    }

    private void set(@Nullable Value value) {
        members = value instanceof ObjectValue object ? new LinkedHashMap<>(object.members()) : null;
        whole = members == null ? value : null;
    }

    @Nullable
    Value value() {
        return members == null ? whole : Json.members(members);
    }

    @Nullable
    Value at(List<String> path) {
        if (path.isEmpty()) {
            return value();
        }
        Value value = members == null ? null : members.get(path.getFirst());
        for (String step : path.subList(1, path.size())) {
            value = value instanceof ObjectValue object ? object.members().get(step) : null;
        }
        return value;
    }

    /** Puts a value where there was one or not; null takes it away. Objects on the way there are made as needed. */
    void put(List<String> path, @Nullable Value value) {
        if (path.isEmpty()) {
            set(value);
            return;
        }
        String first = path.getFirst();
        Value next = value;
        if (path.size() > 1) {
            Draft inner = new Draft(at(List.of(first)));
            inner.put(path.subList(1, path.size()), value);
            next = inner.value();
        }
        if (next != null) {
            set(first, next);
        } else if (members != null) {
            members.remove(first);
        }
    }

    private void set(String name, Value value) {
        if (members == null) {
            members = new LinkedHashMap<>();
            whole = null;
        }
        members.put(name, value);
    }
}
