package dev.platen.engine.submit;

import dev.platen.contract.plan.Part;
import dev.platen.engine.html.Ids;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.render.Shown.Place;
import java.util.Collection;
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
        Place place = around.place().at(part.members());
        for (String name : names(part, id, old.keySet(), around)) {
            entry(part, name, old, inner, taken, new Around(id, place, around.isItem(), Set.of(), around.state()));
        }
        if (part.canAdd() && pressed.is(Pressed.Kind.ADD, id)) {
            walk.changed(id, false);
            Optional<String> name = part.names().isEmpty()
                    ? Optional.of(free(NEW, taken))
                    : part.names().stream()
                            .filter(each -> !taken.contains(each))
                            .findFirst();
            name.flatMap(chosen -> kind(part, chosen)).ifPresent(kind -> {
                inner.put(List.of(name.orElseThrow()), checks.value(kind.blank()));
                walk.enter();
            });
        }
        here.put(part.members(), inner.value());
    }

    private void entry(
            Part.Entries part, String name, Map<String, Value> old, Draft inner, Set<String> taken, Around around) {
        String entryId = id(around.id(), name);
        Value before = old.get(name);
        Optional<Part.Kind> kind = kind(part, name);
        boolean isRemoved = part.canRemove() && pressed.is(Pressed.Kind.REMOVE, entryId);
        if (isRemoved) {
            walk.enter(); // an object from which the last member was removed is still one
            walk.changed(around.id(), true);
            return;
        }
        Draft draft = new Draft(before);
        StateDraft state = new StateDraft();
        kind.ifPresent(found -> walk.apply(
                found.part(), draft, around.item(entryId, around.place().at(List.of(name)), state)));
        Value value = draft.value();
        if (value == null && kind.isPresent()) {
            value = walk.empty(kind.get().part());
        }
        if (value != null) {
            String renamed = part.canAdd()
                    ? posted.first(entryId + KEY)
                            .filter(text -> !text.isEmpty())
                            .orElse(name)
                    : name;
            String free = free(renamed, taken);
            taken.add(free);
            walk.enter();
            inner.put(List.of(free), value);
            around.state().addMoved(state, entryId, id(around.id(), free));
        }
    }

    /** Names of the members on the page: those that there were and are still there, then those that were added since. */
    private Set<String> names(Part.Entries part, String id, Set<String> old, Around around) {
        String prefix = id + "_";
        Set<String> names = new LinkedHashSet<>();
        boolean isSettled = !part.canAdd() && !part.canRemove() && !around.isItem();
        boolean isShown = posted.has(id + "__entries") && !isSettled;
        for (String name : old) {
            boolean isStill = !isShown
                    || posted.has(id(id, name) + KEY)
                    || kind(part, name).isEmpty();
            if (!part.known().contains(name) && isStill) {
                names.add(name);
            }
        }
        if (isSettled && !names.isEmpty()) {
            return names;
        }
        names.addAll(addedSince(part, prefix, id, names));
        return names;
    }

    /** Names of the members that the page shows beside those, in the order of the page. */
    private Collection<String> addedSince(Part.Entries part, String prefix, String id, Set<String> names) {
        SortedMap<Integer, String> added = new TreeMap<>();
        Set<String> objects = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (String name : names) {
            keys.add(id(id, name) + KEY);
            if (isObject(part, name)) {
                objects.add(id(id, name));
            }
        }
        for (String control : posted.names(prefix)) {
            walk.budget().step();
            Optional<String> name = keys.contains(control) || isWithin(control, prefix, objects)
                    ? Optional.empty()
                    : added(part, prefix, control);
            if (name.isPresent()) {
                added.put(posted.position(control), name.get());
                if (isObject(part, name.get())) {
                    objects.add(id(id, name.get()));
                }
            }
        }
        return added.values();
    }

    private boolean isObject(Part.Entries part, String name) {
        return !(kind(part, name).map(Part.Kind::part).orElse(null) instanceof Part.Leaf);
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
                .filter(key -> Ids.entry(key).equals(encoded))
                .orElse(encoded);
        boolean isEntry = !part.known().contains(name) && kind(part, name).isPresent();
        return isEntry ? Optional.of(name) : Optional.empty();
    }

    private static String id(String around, String name) {
        return around + "_" + Ids.entry(name);
    }

    private Optional<Part.Kind> kind(Part.Entries part, String name) {
        return part.kinds().stream()
                .filter(kind -> checks.finds(kind.pattern(), name))
                .findFirst();
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
