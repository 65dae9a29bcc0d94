package dev.platen.engine.html;

import dev.platen.contract.flow.FormEncoding;

/**
 * How buttons change a page for those with JavaScript: the part around the button is replaced by what the form brings back.
 * Every attribute stands on the button itself, so that it means the same to every version of htmx.
 */
public final class Swaps {
    /** No styles and no code that a strict policy for content would refuse. */
    private static final String SETTINGS =
            "{\"includeIndicatorStyles\":false,\"includeIndicatorCSS\":false,\"allowEval\":false}";

    /** The parameter that says which part is replaced, where it is not the one that changes. */
    public static final String REPLACED = "_replaced";

    private Swaps() {}

    /** Writes what the head of a page says to htmx, version 2 or 4. */
    public static void settings(HtmlWriter head) {
        head.open(Element.META)
                .attribute(Attribute.NAME, "htmx-config")
                .attribute(Attribute.CONTENT, SETTINGS)
                .inside();
    }

    /**
     * Adds the attributes of a button that posts its form and replaces the frame around it.
     *
     * @param hasFiles whether the form may hold files
     * @param target writes where the form is posted to, into an attribute that was begun
     */
    public static void frame(HtmlWriter button, boolean hasFiles, Runnable target) {
        closest("fieldset", button, hasFiles, target);
    }

    /** The same for the nearest block around a button. */
    public static void block(HtmlWriter button, boolean hasFiles, Runnable target) {
        closest("div", button, hasFiles, target);
    }

    /**
     * The same for all parts of a form, and says so to whoever answers.
     *
     * @param id of the frame around them: letters and underscores
     */
    public static void form(HtmlWriter button, boolean hasFiles, String id, Runnable target) {
        closest("#" + id, button, hasFiles, target);
        button.attribute(Attribute.HX_VALS, "{\"%s\":\"%s\"}".formatted(REPLACED, id));
    }

    private static void closest(String element, HtmlWriter button, boolean hasFiles, Runnable target) {
        button.begin(Attribute.HX_POST);
        target.run();
        button.end();
        if (hasFiles) {
            button.attribute(Attribute.HX_ENCODING, FormEncoding.MULTIPART);
        }
        button.attribute(Attribute.HX_TARGET, "closest " + element).attribute(Attribute.HX_SWAP, "outerHTML");
    }
}
