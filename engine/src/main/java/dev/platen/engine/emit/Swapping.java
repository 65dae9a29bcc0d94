package dev.platen.engine.emit;

import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What the buttons of a form replace where there are scripts. */
final class Swapping {
    /** Ids that stand in a selector as they are. */
    private static final String SELECTED = "[A-Za-z_][A-Za-z0-9_-]*";

    private final Set<Node> seenElsewhere = Collections.newSetFromMap(new IdentityHashMap<>());
    private final String root;

    /**
     * For the buttons of a form.
     *
     * @param seenElsewhere parts whose data is shown outside of them too; themselves, not others like them
     */
    Swapping(Form form, Set<Node> seenElsewhere) {
        this.seenElsewhere.addAll(seenElsewhere);
        boolean isFramed =
                switch (form.root()) {
                    case Node.Section _, Node.Repeat _, Node.Entries _, Node.Alternatives _, Node.Call _ -> true;
                    case Node.When _, Node.Field _, Node.Notice _, Node.Tagged _, Node.Shown _, Node.Each _ -> false;
                    case Node.Lazy _, Node.Posted _, Node.Chart _, Node.Point _ -> false;
                };
        String id = form.root().spot().id();
        this.root = isFramed && form.kind() == Form.Kind.FORM && id.matches(SELECTED) ? id : "";
    }

    /** What is replaced. */
    enum Extent {
        /** The frame around the button. */
        FRAME,
        /** All parts of the form. */
        FORM,
        /** The whole page, as without scripts. */
        PAGE
    }

    /** What the buttons of that part replace. */
    Extent of(Node part) {
        if (!seenElsewhere.contains(part)) {
            return Extent.FRAME;
        }
        return root.isEmpty() ? Extent.PAGE : Extent.FORM;
    }

    /** The id of the frame around all parts of the form. */
    String root() {
        return root;
    }

    /** Treats a copy like the part that it was made of. */
    Node copied(Node part, Node copy) {
        if (seenElsewhere.contains(part)) {
            seenElsewhere.add(copy);
        }
        return copy;
    }
}
