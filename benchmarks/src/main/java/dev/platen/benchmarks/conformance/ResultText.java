package dev.platen.benchmarks.conformance;

import dev.platen.benchmarks.conformance.Tally.Count;
import dev.platen.benchmarks.machine.Machine;
import dev.platen.benchmarks.oracle.Agreement;
import dev.platen.benchmarks.oracle.Difference;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Results as tables in Markdown. */
final class ResultText {
    private static final int CAUSES = 30;
    private static final int REFUSALS = 15;
    private static final int LONGEST_CELL = 160;

    private static final String HEADER = """
            | corpus | documents | compiled | rendered | refused | too large | without a good place | slow | crashed | hung \
            | not the same elsewhere | not as expected |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """;
    private static final String PEER_HEADER = """

            | corpus | peer | both rendered | peer alone | not the peer | fields | agree | share | beyond the peer | by attribute |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---|
            """;

    private ResultText() {}

    static String of(LocalDate date, Machine machine, List<Result> results) {
        StringBuilder text = new StringBuilder(
                "# conformance, %s%n%nCommit %s, JVM %s, %d cores, load average %.1f before the run.%n%n"
                        .formatted(date, machine.commit(), machine.java(), machine.cores(), machine.load()));
        text.append(HEADER);
        results.forEach(result -> text.append(row(result)));
        text.append(PEER_HEADER);
        results.stream().filter(ResultText::hasPeer).forEach(result -> text.append(peerRow(result)));
        results.forEach(result -> appendRefusals(result, text));
        results.stream().filter(ResultText::hasPeer).forEach(result -> appendCauses(result, text));
        return text.toString();
    }

    private static boolean hasPeer(Result result) {
        return result.agreement().fields() > 0 || !result.notRenderedByUs().isEmpty();
    }

    /** One line of the table. */
    static String row(Result result) {
        Tally tally = result.tally();
        return "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d |%n"
                .formatted(
                        result.corpus().label(),
                        tally.of(Count.SAMPLES),
                        tally.of(Count.COMPILED),
                        tally.of(Count.RENDERED),
                        tally.of(Count.REFUSED),
                        tally.of(Count.TOO_LARGE),
                        tally.of(Count.UNPLACED),
                        tally.of(Count.SLOW),
                        tally.of(Count.CRASHED),
                        tally.of(Count.HUNG),
                        tally.of(Count.DIFFERENT),
                        tally.of(Count.UNEXPECTED));
    }

    private static String peerRow(Result result) {
        Agreement agreement = result.agreement();
        return "| %s | %s | %d | %d | %d | %d | %d | %s | %d | %s |%n"
                .formatted(
                        result.corpus().label(),
                        result.corpus().peer().label(),
                        agreement.pages(),
                        result.notRenderedByUs().size(),
                        result.notRenderedByPeer().size(),
                        agreement.fields(),
                        agreement.agreeing(),
                        percent((double) agreement.agreeing() / Math.max(1, agreement.fields())),
                        agreement.beyond(),
                        agreement.shares().entrySet().stream()
                                .map(share -> share.getKey() + " " + percent(share.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    private static void appendRefusals(Result result, StringBuilder text) {
        Map<String, List<String>> refusals = result.tally().refusals();
        if (refusals.isEmpty()) {
            return;
        }
        text.append("%n## refused of %s%n%n| findings | documents | such as |%n|---|---:|---|%n"
                .formatted(result.corpus().label()));
        refusals.entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .limit(REFUSALS)
                .forEach(entry -> text.append("| %s | %d | %s |%n"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().size(),
                                cell(entry.getValue().getFirst()))));
    }

    private static void appendCauses(Result result, StringBuilder text) {
        text.append("%n## %s against %s%n%n| difference | fields | documents | such as |%n|---|---:|---:|---|%n"
                .formatted(result.corpus().label(), result.corpus().peer().label()));
        result.agreement().byCause().entrySet().stream()
                .limit(CAUSES)
                .forEach(entry -> text.append("| %s | %d | %d | %s |%n"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().size(),
                                entry.getValue().stream()
                                        .map(Difference::document)
                                        .distinct()
                                        .count(),
                                example(entry.getValue().getFirst()))));
    }

    private static String example(Difference difference) {
        return cell("%s %s: theirs '%s', ours '%s'"
                .formatted(difference.document(), difference.path(), difference.theirs(), difference.ours()));
    }

    private static String cell(String text) {
        String line = text.replaceAll("[\\s|]+", " ");
        return line.length() > LONGEST_CELL ? line.substring(0, LONGEST_CELL) + "…" : line;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
