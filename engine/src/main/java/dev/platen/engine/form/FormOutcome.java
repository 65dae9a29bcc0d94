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
     * @param view what is wrong, if it was to be submitted, and what people chose
     * @param part id of the only part of the page that a button changed; empty where it may be any
     */
    record ShownAgain(byte[] data, View view, String part) implements FormOutcome {
        /** Whether it was to be submitted, and was not accepted. */
        public boolean hasErrors() {
            return !view.errors().isEmpty();
        }
    }

    /** The body breaks a limit, or the data cannot be validated within the limits. */
    record FormRefused(Problem problem) implements FormOutcome {}
}
