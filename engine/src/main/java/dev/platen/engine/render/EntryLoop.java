package dev.platen.engine.render;

import dev.platen.contract.plan.Plan;
import dev.platen.engine.html.Ids;
import dev.platen.engine.link.ValueType;
import dev.platen.engine.pattern.PlanPatterns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the members of an object that no other part names. Not thread-safe; used for one rendering. */
final class EntryLoop {
    private final Data data;
    private final Steps steps;
    private final PlanPatterns patterns;
    private String key = "";

    EntryLoop(Data data, PlanPatterns patterns, Steps steps) {
        this.data = data;
        this.patterns = patterns;
        this.steps = steps;
    }

    /**
     * One member.
     *
     * @param kind number of the first pattern that finds something in the name
     */
    record Entry(String name, int kind, int value) {
        String id() {
            return Ids.entry(name);
        }
    }

    List<Entry> of(Plan.Entries entries, int object) throws Refused {
        Tape tape = data.tape();
        List<Entry> found = new ArrayList<>();
        if (tape.type(object) != ValueType.OBJECT) {
            return found;
        }
        Set<String> taken = new HashSet<>(entries.known());
        List<String> kinds = entries.patterns();
        int end = tape.after(object);
        for (int member = tape.firstMember(object); member < end; member = tape.afterMember(member)) {
            String name = data.name(member);
            if (!taken.add(name)) {
                continue;
            }
            for (int kind = 0; kind < kinds.size(); kind++) {
                steps.add(1L + name.length());
                if (patterns.finds(kinds.get(kind), name)) {
                    found.add(new Entry(name, kind, tape.memberValue(member)));
                    break;
                }
            }
        }
        return found;
    }

    /** The name of the current entry. */
    String key() {
        return key;
    }

    /** Makes an entry the current one and returns the one around it. */
    String enter(String name) {
        String around = key;
        key = name;
        return around;
    }

    void leave(String around) {
        key = around;
    }
}
