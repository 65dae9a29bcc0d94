package dev.platen.benchmarks.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A report as JSON, with the value of every round. */
final class ReportJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private ReportJson() {}

    static String of(Report report) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("name", report.name())
                .put("date", report.date().toString())
                .put("quick", report.isQuick());
        root.set("machine", MAPPER.valueToTree(report.machine()));
        ArrayNode sections = root.putArray("sections");
        report.sections().forEach(section -> sections.add(section(section)));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode section(Section section) {
        ObjectNode node = MAPPER.createObjectNode().put("title", section.title());
        ArrayNode findings = node.putArray("findings");
        section.findings().forEach(finding -> findings.add(finding(finding)));
        ArrayNode measures = node.putArray("measures");
        section.measures().forEach(measure -> measures.add(measure(measure)));
        section.notes().forEach(node.withArray("notes")::add);
        section.tables().forEach(table -> node.withArray("tables").add(table(table)));
        return node;
    }

    private static ObjectNode table(Table table) {
        ObjectNode node = MAPPER.createObjectNode();
        table.columns().forEach(node.putArray("columns")::add);
        ArrayNode rows = node.putArray("rows");
        table.rows().forEach(row -> row.forEach(rows.addArray()::add));
        return node;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("name", finding.name())
                .put("value", finding.value())
                .put("unit", finding.unit());
        if (!(finding.budget() instanceof Budget.None)) {
            node.put("budget", finding.budget().text())
                    .put("kept", finding.budget().isKeptBy(finding.value()));
        }
        return node;
    }

    private static ObjectNode measure(Measure measure) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("name", measure.name())
                .put("unit", measure.unit())
                .put("median", measure.samples().median())
                .put("min", measure.samples().min())
                .put("max", measure.samples().max());
        measure.samples().values().forEach(node.putArray("rounds")::add);
        return node;
    }
}
