package dev.platen.engine.render;

import com.google.re2j.Pattern;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.html.Ids;
import dev.platen.engine.pattern.PatternGate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the members of an object that no other part names. Not thread-safe; used for one rendering. */
final class EntryLoop {
    private final Data data;
    private String key = "";

    EntryLoop(Data data) {
        this.data = data;
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
        if (tape.type(object) != Tape.OBJECT) {
            return found;
        }
        Set<String> taken = new HashSet<>(entries.known());
        List<Pattern> patterns =
                entries.patterns().stream().map(PatternGate::compile).toList();
        int end = tape.after(object);
        for (int member = tape.firstMember(object); member < end; member = tape.afterMember(member)) {
            String name = data.name(member);
            if (!taken.add(name)) {
                continue;
            }
            for (int kind = 0; kind < patterns.size(); kind++) {
                if (patterns.get(kind).matcher(name).find()) {
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
