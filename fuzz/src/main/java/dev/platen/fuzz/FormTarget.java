package dev.platen.fuzz;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads any bytes as a posted form, beside any data. */
public final class FormTarget {
    private static final Submission SUBMISSION = new Submission(Forms.LIMITS);

    private FormTarget() {}

    /**
     * One input: a byte that chooses the form, the posted body, a line feed, the data that the page was made from. A body in
     * parts begins with two hyphens and its boundary, and goes on to the end.
     */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Plan plan = Forms.of(input[0]);
        int end = 1;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        byte[] line = Arrays.copyOfRange(input, 1, end);
        String start = new String(line, StandardCharsets.ISO_8859_1);
        if (start.startsWith("--")) {
            String boundary = start.substring(2).stripTrailing();
            byte[] body = Arrays.copyOfRange(input, 1, input.length);
            apply(plan, "%s; boundary=\"%s\"".formatted(FormEncoding.MULTIPART, boundary), body, new byte[0]);
        } else {
            byte[] base = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
            apply(plan, FormEncoding.URL_ENCODED, line, base);
        }
    }

    private static void apply(Plan plan, String mediaType, byte[] body, byte[] base) {
        switch (SUBMISSION.apply(plan, mediaType, body, base)) {
            case Applied applied -> {
                Findings.require(
                        new DocumentParser(Forms.LIMITS.ofData()).parse(applied.data()) instanceof Document,
                        "data is JSON");
                Pages.render(plan, applied.data());
            }
            case SubmissionRejected rejected ->
                Findings.require(!rejected.problem().detail().isEmpty(), "what is wrong is said");
        }
    }
}
