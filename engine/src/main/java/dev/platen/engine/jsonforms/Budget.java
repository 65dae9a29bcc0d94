package dev.platen.engine.jsonforms;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Place;

/** What mapping one document may take: references and layouts make a small document a large form. Not thread-safe. */
final class Budget {
    /** Characters of ids, for each part that a form may have. */
    private static final long ID_CHARACTERS_PER_PART = 80;

    private final Limits limits;
    private final Findings findings;
    private long parts;
    private long idCharacters;

    Budget(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Pays for one part; false where it cannot be afforded, which is a finding. */
    boolean affords(Place place, Surroundings around) {
        parts++;
        for (String member : around.prefix()) {
            idCharacters += member.length();
        }
        if (around.depth() > limits.depth()) {
            findings.error(
                    place,
                    "form-too-deep",
                    "parts may be nested at most %s deep once references are followed; flatten the form"
                            .formatted(limits.depth()));
            return false;
        }
        boolean isAffordable =
                parts <= limits.planNodes() && idCharacters <= limits.planNodes() * ID_CHARACTERS_PER_PART;
        if (!isAffordable) {
            findings.error(
                    place,
                    "form-too-large",
                    "a form may have at most %s parts once its references are followed; split it"
                            .formatted(limits.planNodes()));
        }
        return isAffordable;
    }
}
