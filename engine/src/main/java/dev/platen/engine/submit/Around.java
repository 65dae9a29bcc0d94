package dev.platen.engine.submit;

import java.util.Set;

/**
 * What surrounds a part.
 *
 * @param id of the part around it
 * @param isItem whether the part lies within an item of a list
 * @param siblings members of the same object that other parts read
 * @param state takes what the data cannot tell
 */
record Around(String id, boolean isItem, Set<String> siblings, StateDraft state) {
    static Around page(StateDraft state) {
        return new Around("", false, Set.of(), state);
    }

    Around within(String inner) {
        return new Around(inner, isItem, Set.of(), state);
    }

    Around item(String inner, StateDraft own) {
        return new Around(inner, true, Set.of(), own);
    }

    Around beside(Set<String> others) {
        return new Around(id, isItem, others, state);
    }
}
