package dev.platen.engine.form;

import dev.platen.contract.problem.Problem;
import dev.platen.engine.render.View;

/** What comes of a posted form. */
public sealed interface FormOutcome {
    /**
     * Nothing is wrong with the data, and it was to be submitted.
     *
     * @param data JSON
     */
    record Accepted(byte[] data) implements FormOutcome {}

    /**
     * The form is to be shown again.
     *
     * @param data JSON to render it with
     * @param view what is wrong, if it was to be submitted, and what people chose; the part that changed has the focus
     * @param part id of the only part of the page that a button made look different; empty where it may be any
     * @param isButtonGone whether the part is now without that button
     */
    record ShownAgain(byte[] data, View view, String part, boolean isButtonGone) implements FormOutcome {
        /** The view for those who replace nothing but the part: in their page, the button keeps the focus if it is there. */
        public View viewOfPart() {
            return isButtonGone ? view : view.withoutFocus();
        }

        /** Whether it was to be submitted, and was not accepted. */
        public boolean hasErrors() {
            return !view.errors().isEmpty();
        }
    }

    /** The body breaks a limit, or the data cannot be validated within the limits. */
    record FormRefused(Problem problem) implements FormOutcome {}
}
