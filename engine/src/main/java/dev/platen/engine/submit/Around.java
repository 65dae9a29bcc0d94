package dev.platen.engine.submit;

import dev.platen.engine.render.Shown.Place;
import java.util.List;
import java.util.Set;

/**
 * What surrounds a part.
 *
 * @param id of the part around it
 * @param place of its value in the data that the page was made from
 * @param isItem whether the part lies within an item of a list
 * @param siblings members of the same object that other parts read
 * @param state takes what the data cannot tell
 */
record Around(String id, Place place, boolean isItem, Set<String> siblings, StateDraft state) {
    static Around page(Place root, StateDraft state) {
        return new Around("", root, false, Set.of(), state);
    }

    Around within(String inner, List<String> members) {
        return new Around(inner, place.at(members), isItem, Set.of(), state);
    }

    Around item(String inner, Place item, StateDraft own) {
        return new Around(inner, item, true, Set.of(), own);
    }

    Around beside(Set<String> others) {
        return new Around(id, place, isItem, others, state);
    }
}
