package dev.platen.engine.ir;

import dev.platen.contract.plan.Check;
import java.util.List;
import java.util.Map;

/**
 * A whole page.
 *
 * @param title of the page; may be empty
 * @param kind what is around the root
 * @param root the only part, at the spot of its prefix
 * @param routines parts that contain themselves, each at {@link Spot#SAME}
 * @param checks what {@link Check.Reference} refers to
 * @param submit the button
 * @param data JSON that is rendered where none is given
 * @param translations for each locale, what texts of the document are in it
 */
public record Form(
        String title,
        Kind kind,
        Node root,
        List<Node> routines,
        List<Check> checks,
        Submit submit,
        byte[] data,
        Map<String, Map<String, String>> translations) {
    /** Keeps copies. */
    public Form {
        routines = List.copyOf(routines);
        checks = List.copyOf(checks);
        translations = Map.copyOf(translations);
    }

    /** What is around the root. */
    public enum Kind {
        /** A form that is submitted. */
        FORM,
        /** Nothing: the root is the page, and brings its forms. */
        PAGE
    }

    /**
     * The button that submits.
     *
     * @param isShown whether there is one
     * @param text what is on it; empty for the word of the page's own
     * @param isDisabled whether it cannot be pressed
     * @param classes what the document adds to the classes of the theme
     */
    public record Submit(boolean isShown, String text, boolean isDisabled, String classes) {
        /** The usual one. */
        public static final Submit USUAL = new Submit(true, "", false, "");
        /** None. */
        public static final Submit NONE = new Submit(false, "", false, "");
    }
}
