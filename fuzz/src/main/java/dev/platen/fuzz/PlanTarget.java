package dev.platen.fuzz;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.plan.PlanCodec;
import dev.platen.contract.plan.PlanDecoded.Decoded;
import dev.platen.contract.plan.PlanDecoded.Unreadable;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome;
import java.nio.charset.StandardCharsets;

/** Reads any bytes as a plan, and executes what is one. */
public final class PlanTarget {
    private static final byte[] DATA = "{\"a\":[1,{\"b\":\"x\"},null,true],\"text\":\"t\",\"list\":[{\"name\":\"n\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] BODY = "root_text=x&root_list__items=2&_add=root_list".getBytes(StandardCharsets.UTF_8);
    private static final Submission SUBMISSION = new Submission(Forms.LIMITS);

    private PlanTarget() {}

    /** One input: the bytes of the plan. */
    public static void fuzzerTestOneInput(byte[] input) {
        switch (PlanCodec.decode(input)) {
            case Decoded decoded -> {
                Pages.execute(decoded.plan(), DATA);
                SubmissionOutcome outcome = SUBMISSION.apply(decoded.plan(), FormEncoding.URL_ENCODED, BODY, DATA);
                Findings.require(outcome != null, "there is an outcome");
            }
            case Unreadable unreadable -> Findings.require(!unreadable.reason().isEmpty(), "what is wrong is said");
        }
    }
}
