package dev.platen.engine.html;

/**
 * How buttons change a page for those with JavaScript: the part around the button is replaced by what the form brings back.
 * Every attribute stands on the button itself, so that it means the same to every version of htmx.
 */
public final class Swaps {
    /** Where forms are posted to. */
    public static final String ADDRESS = "submissions";

    private Swaps() {}

    /** Adds the attributes of a button that posts its form and replaces the frame around it. */
    public static void frame(HtmlWriter button) {
        button.attribute(Attribute.HX_POST, ADDRESS)
                .attribute(Attribute.HX_TARGET, "closest fieldset")
                .attribute(Attribute.HX_SWAP, "outerHTML");
    }
}
