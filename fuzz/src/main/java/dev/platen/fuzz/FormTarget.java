package dev.platen.fuzz;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import java.util.Arrays;

/** Reads any bytes as a posted form, beside any data. */
public final class FormTarget {
    private static final Submission SUBMISSION = new Submission(Forms.LIMITS);

    private FormTarget() {}

    /** One input: a byte that chooses the form, the posted body, a line feed, the data that the page was made from. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Plan plan = Forms.of(input[0]);
        int end = 1;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        byte[] body = Arrays.copyOfRange(input, 1, end);
        byte[] base = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
        switch (SUBMISSION.apply(plan, FormEncoding.URL_ENCODED, body, base)) {
            case Applied applied -> {
                Findings.require(
                        new DocumentParser(Forms.LIMITS).parse(applied.data()) instanceof Document, "data is JSON");
                Pages.render(plan, applied.data());
            }
            case SubmissionRejected rejected ->
                Findings.require(!rejected.problem().detail().isEmpty(), "what is wrong is said");
        }
    }
}
