package dev.platen.benchmarks.conformance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.benchmarks.conformance.Tally.Count;
import dev.platen.benchmarks.machine.Machine;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** Results as JSON, with every document that was not rendered and every field on which a peer disagrees. */
final class ResultJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int LONGEST_VALUE = 200;

    /** Those whose names are of no interest. */
    private static final EnumSet<Count> COUNTED_ONLY =
            EnumSet.of(Count.SAMPLES, Count.COMPILED, Count.RENDERED, Count.REFUSED);

    private ResultJson() {}

    static String of(LocalDate date, Machine machine, List<Result> results) {
        ObjectNode root = MAPPER.createObjectNode().put("name", "conformance").put("date", date.toString());
        root.set("machine", MAPPER.valueToTree(machine));
        ArrayNode corpora = root.putArray("corpora");
        results.forEach(result -> append(result, corpora.addObject()));
        return root.toPrettyString() + "\n";
    }

    private static void append(Result result, ObjectNode node) {
        node.put("corpus", result.corpus().label())
                .put("origin", result.corpus().origin());
        ObjectNode counts = node.putObject("counts");
        ObjectNode names = node.putObject("names");
        for (Count count : Count.values()) {
            String label = count.name().toLowerCase(Locale.ROOT);
            counts.put(label, result.tally().of(count));
            if (!COUNTED_ONLY.contains(count)) {
                result.tally().names(count).forEach(names.putArray(label)::add);
            }
        }
        ObjectNode refusals = node.putObject("refusals");
        result.tally()
                .refusals()
                .forEach((codes, each) -> each.forEach(refusals.withArray("/" + codes.replace("/", "~1"))::add));
        appendPeer(result, node.putObject("peer"));
    }

    private static void appendPeer(Result result, ObjectNode node) {
        node.put("name", result.corpus().peer().label())
                .put("pages", result.agreement().pages())
                .put("fields", result.agreement().fields())
                .put("agreeing", result.agreement().agreeing())
                .put("beyond", result.agreement().beyond());
        node.set("shares", MAPPER.valueToTree(result.agreement().shares()));
        result.notRenderedByPeer().forEach(node.putArray("notRenderedByPeer")::add);
        result.notRenderedByUs().forEach(node.putArray("notRenderedByUs")::add);
        ArrayNode differences = node.putArray("differences");
        result.agreement()
                .differences()
                .forEach(difference -> differences.add("%s %s %s: theirs '%s', ours '%s'"
                        .formatted(
                                difference.document(),
                                difference.path(),
                                difference.attribute(),
                                shortened(difference.theirs()),
                                shortened(difference.ours()))));
    }

    private static String shortened(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }
}
