package dev.platen.engine.jsonschema;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;

/**
 * What mapping one document may take. References make a small document a large form; everything that grows with them is
 * paid for before it is done: parts, what is read of each, and the ids, which repeat the names on the way to them.
 */
final class Budget {
    /** What is read, for each part that a form may have. */
    private static final long READS_PER_PART = 20;
    /** Characters of ids, for each part that a form may have. */
    private static final long ID_CHARACTERS_PER_PART = 80;

    private final Limits limits;
    private final Findings findings;
    private long parts;
    private long reads;
    private long idCharacters;
    private boolean isExhausted;

    Budget(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Pays for one part; false where it cannot be afforded, which is a finding. */
    boolean affords(ObjectValue schema, Part part) {
        parts++;
        idCharacters += part.idLength();
        if (part.depth() > limits.depth()) {
            findings.error(
                    schema.place(),
                    "form-too-deep",
                    "parts may be nested at most %s deep once references are followed; flatten the form"
                            .formatted(limits.depth()));
            return false;
        }
        return affordsReading(schema);
    }

    /** Pays for what a schema consists of; false where it cannot be afforded, which is a finding. */
    boolean affordsReading(ObjectValue schema) {
        reads += weight(schema);
        boolean isAffordable = parts <= limits.planNodes()
                && reads <= limits.planNodes() * READS_PER_PART
                && idCharacters <= limits.planNodes() * ID_CHARACTERS_PER_PART;
        if (!isAffordable) {
            exhaust(schema.place());
        }
        return isAffordable;
    }

    /** How many parts were paid for. */
    long parts() {
        return parts;
    }

    /** Whether anything was refused for its size. */
    boolean isExhausted() {
        return isExhausted;
    }

    private void exhaust(Place place) {
        if (!isExhausted) {
            isExhausted = true;
            findings.error(
                    place,
                    "form-too-large",
                    "a form may have at most %s parts, and as much in them, once its references are followed; split it"
                            .formatted(limits.planNodes()));
        }
    }

    /** What is read of a schema each time that it is mapped. */
    private static long weight(ObjectValue schema) {
        long weight = schema.members().size();
        for (var member : schema.members().values()) {
            weight += switch (member) {
                case ArrayValue array -> array.items().size();
                case ObjectValue object -> object.members().size();
                default -> 0;
            };
        }
        return weight;
    }
}
