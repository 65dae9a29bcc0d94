package dev.platen.engine.submit;

import dev.platen.contract.problem.Problem;

/** What came of reading a posted form. */
public sealed interface SubmissionOutcome {
    /**
     * The form was read.
     *
     * @param data the new data, as JSON within the limits; not validated
     * @param state what the data cannot tell of the page
     * @param action what is wanted
     * @param changed id of the part of the page that a button changed; empty for none that is known
     * @param replaced id of the part that is to be shown again for it, where not the whole page is: that one or one around it
     * @param isButtonGone whether the button was one that is not on the page any more, and the focus with it
     */
    record Applied(byte[] data, ViewState state, Action action, String changed, String replaced, boolean isButtonGone)
            implements SubmissionOutcome {}

    /** The body breaks a limit, or the data beside it is not JSON. */
    record SubmissionRejected(Problem problem) implements SubmissionOutcome {}
}
