package dev.platen.engine.submit;

import dev.platen.contract.plan.Part;
import dev.platen.engine.html.Ids;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads members whose names people choose, and does what their buttons say. */
final class EntriesWalk {
    private static final String KEY = "-key";
    private static final String NEW = "newKey";

    private final Walk walk;
    private final Posted posted;
    private final Pressed pressed;
    private final Checks checks;

    EntriesWalk(Walk walk, Posted posted, Pressed pressed, Checks checks) {
        this.walk = walk;
        this.posted = posted;
        this.pressed = pressed;
        this.checks = checks;
    }

    void apply(Part.Entries part, Draft here, Around around) {
        String id = around.id() + part.id();
        Draft inner = new Draft(here.at(part.members()));
        Map<String, Value> old = new LinkedHashMap<>();
        if (inner.value() instanceof ObjectValue object) {
            old.putAll(object.members());
        }
        Set<String> taken = new LinkedHashSet<>(part.known());
        old.keySet().stream()
                .filter(name -> !part.known().contains(name))
                .forEach(name -> inner.put(List.of(name), null));
        for (String name : names(part, id, old.keySet())) {
            entry(part, id, name, old, inner, taken, around);
        }
        if (part.canAdd() && pressed.is(Pressed.Kind.ADD, id)) {
            String name = free(NEW, taken);
            walk.changed(id);
            kind(part, name).ifPresent(kind -> inner.put(List.of(name), walk.blank(kind)));
        }
        here.put(part.members(), inner.value());
    }

    private void entry(
            Part.Entries part,
            String id,
            String name,
            Map<String, Value> old,
            Draft inner,
            Set<String> taken,
            Around around) {
        String entryId = id(id, name);
        Value before = old.get(name);
        Optional<Part> kind = kind(part, name);
        boolean isRemoved = part.canRemove() && pressed.is(Pressed.Kind.REMOVE, entryId);
        if (isRemoved) {
            walk.changed(id);
            return;
        }
        Draft draft = new Draft(before);
        StateDraft state = new StateDraft();
        kind.ifPresent(found -> walk.apply(found, draft, around.item(entryId, state)));
        Value value = draft.value();
        if (value == null && kind.isPresent()) {
            value = walk.blank(kind.get());
        }
        if (value != null) {
            String renamed = part.canAdd()
                    ? posted.first(entryId + KEY)
                            .filter(text -> !text.isEmpty())
                            .orElse(name)
                    : name;
            String free = free(renamed, taken);
            taken.add(free);
            inner.put(List.of(free), value);
            around.state().addMoved(state, entryId, id(id, free));
        }
    }

    /** Names of the members on the page: those that there were and are still there, then those that were added since. */
    private Set<String> names(Part.Entries part, String id, Set<String> old) {
        String prefix = id + "_";
        Set<String> names = new LinkedHashSet<>();
        boolean isShown = posted.hasPrefix(prefix);
        for (String name : old) {
            if (!part.known().contains(name) && (!part.canAdd() || !isShown || posted.has(id(id, name) + KEY))) {
                names.add(name);
            }
        }
        SortedMap<Integer, String> added = new TreeMap<>();
        Set<String> objects = new HashSet<>();
        Set<String> keys = new HashSet<>();
        names.forEach(name -> keys.add(id(id, name) + KEY));
        for (String control : part.canAdd() ? posted.names(prefix) : Set.<String>of()) {
            walk.budget().step();
            Optional<String> name = keys.contains(control) || isWithin(control, prefix, objects)
                    ? Optional.empty()
                    : added(part, prefix, control);
            if (name.isPresent()) {
                added.put(posted.position(control), name.get());
                if (!(kind(part, name.get()).orElse(null) instanceof Part.Leaf)) {
                    objects.add(id(id, name.get()));
                }
            }
        }
        names.addAll(added.values());
        return names;
    }

    /** Whether the control belongs to an entry within one of those objects, which sort before it. */
    private static boolean isWithin(String control, String prefix, Set<String> objects) {
        int end = objects.isEmpty() ? -1 : control.indexOf('_', prefix.length());
        while (end >= 0) {
            if (objects.contains(control.substring(0, end))) {
                return true;
            }
            end = control.indexOf('_', end + 1);
        }
        return false;
    }

    /** The name that an entry had when the page was made, where there was none of that id before. */
    private Optional<String> added(Part.Entries part, String prefix, String control) {
        if (!control.endsWith(KEY) || control.length() <= prefix.length() + KEY.length()) {
            return Optional.empty();
        }
        String encoded = control.substring(prefix.length(), control.length() - KEY.length());
        String name = posted.first(control)
                .filter(key -> Ids.encoded(key).equals(encoded))
                .orElse(encoded);
        boolean isEntry = !part.known().contains(name) && kind(part, name).isPresent();
        return isEntry ? Optional.of(name) : Optional.empty();
    }

    private static String id(String around, String name) {
        return around + "_" + Ids.encoded(name);
    }

    private Optional<Part> kind(Part.Entries part, String name) {
        return part.kinds().stream()
                .filter(kind -> checks.finds(kind.pattern(), name))
                .findFirst()
                .map(Part.Kind::part);
    }

    private String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 1; taken.contains(name); i++) {
            walk.budget().step();
            name = wanted + "-" + i;
        }
        return name;
    }
}
