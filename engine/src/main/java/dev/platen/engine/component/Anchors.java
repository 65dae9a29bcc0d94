package dev.platen.engine.component;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Tagged;
import dev.platen.engine.json.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ids that authors give, so that links can lead there. Only what is on the page once can have one: not what is repeated,
 * and only the first use of a component. Not thread-safe.
 */
final class Anchors {
    /** What the ids of forms begin with. */
    private static final String RESERVED = "root";

    private final Findings findings;
    private final Set<String> taken = new HashSet<>();

    Anchors(Findings findings) {
        this.findings = findings;
    }

    List<Node> identified(Component component, Placement at, List<Node> parts) {
        Optional<String> id = component.text("id");
        boolean isRepeated = at.bindings().hasItem();
        if (id.isEmpty() || isRepeated || parts.size() != 1 || !(parts.getFirst() instanceof Tagged tagged)) {
            return parts;
        }
        if (!Ids.isId(id.get()) || id.get().startsWith(RESERVED)) {
            findings.warning(
                    component.member("id").map(Value::place).orElse(component.place()),
                    "id-unusable",
                    "'id' must be a letter with letters, digits, '_' and '-' behind it, at most 64, and not begin with '%s', found '%s'; it is left out"
                            .formatted(RESERVED, id.get()));
            return parts;
        }
        boolean isIdentified =
                tagged.attributes().stream().anyMatch(attributed -> attributed.attribute() == Attribute.ID);
        if (isIdentified || !taken.add(id.get())) {
            return parts;
        }
        List<Attributed> attributes = new ArrayList<>(tagged.attributes());
        attributes.add(new Attributed(Attribute.ID, new Content.Text(id.get())));
        return List.of(new Tagged(tagged.element(), attributes, tagged.children()));
    }
}
