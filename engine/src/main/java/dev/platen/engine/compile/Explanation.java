package dev.platen.engine.compile;

import dev.platen.contract.plan.PlanListing;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import java.util.List;
import java.util.Locale;

/**
 * How a document was compiled.
 *
 * @param outcome what came of it
 * @param passes what each pass did, in order; of a refused document those that were run
 */
public record Explanation(CompileOutcome outcome, List<Pass> passes) {
    private static final int RUNS = 1_000;
    private static final int DATA_BYTES = 100_000;

    /** Keeps a copy. */
    public Explanation {
        passes = List.copyOf(passes);
    }

    /**
     * The explanation as people read it: the passes, and where the document was accepted, the certificate and the listing of
     * the plan.
     *
     * @param isTimed whether it says how long each pass took; without, the same document always gives the same text
     */
    public String text(boolean isTimed) {
        StringBuilder text = new StringBuilder("passes\n");
        passes.forEach(pass -> text.append(line(pass, isTimed)));
        switch (outcome) {
            case Compiled compiled ->
                text.append('\n')
                        .append(certificate(compiled.cost()))
                        .append('\n')
                        .append(PlanListing.of(compiled.plan()));
            case Rejected _ -> text.append("  refused\n");
        }
        return text.toString();
    }

    private static String line(Pass pass, boolean isTimed) {
        String time = !isTimed
                ? ""
                : pass.nanos() == 0 ? " ".repeat(13) : String.format(Locale.ROOT, "%10.3f ms", pass.nanos() / 1e6);
        return String.format(Locale.ROOT, "  %-15s%s  %s%n", pass.name(), time, pass.effect())
                .replace(System.lineSeparator(), "\n");
    }

    private static String certificate(Cost cost) {
        return """
                certificate
                  parts  %s
                  bytes  %s, and for each run %s; for each byte of data %s, and for each run and byte of data %s
                  steps  %s, and for each run %s
                  at most %s bytes and %s steps for %s runs over %s bytes of data
                """.formatted(
                        cost.nodes(),
                        cost.fixedBytes(),
                        cost.bytesPerRun(),
                        cost.bytesPerDataByte(),
                        cost.bytesPerRunAndDataByte(),
                        cost.fixedSteps(),
                        cost.stepsPerRun(),
                        cost.maxBytes(RUNS, DATA_BYTES),
                        cost.maxSteps(RUNS),
                        RUNS,
                        DATA_BYTES);
    }
}
