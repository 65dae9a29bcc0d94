package dev.platen.engine.ir;

import java.util.List;

/**
 * A whole form.
 *
 * @param title of the page; may be empty
 * @param root the form's only part, at the spot of its prefix
 * @param routines parts that contain themselves, each at {@link Spot#SAME}
 * @param submit text of the button; empty for no button
 * @param data JSON that is rendered where none is given
 */
public record Form(String title, Node root, List<Node> routines, String submit, byte[] data) {
    /** Keeps a copy. */
    public Form {
        routines = List.copyOf(routines);
    }
}
