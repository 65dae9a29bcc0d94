package dev.platen.helm.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of Grafana's dashboard-linter for dashboards on Prometheus, written anew from their documentation
 * (github.com/grafana/dashboard-linter, docs/rules). Every finding begins with the name of its rule.
 */
final class Linter {
    private static final String DATASOURCE = "${datasource}";
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), *[a-z_]+\\)");
    private static final Set<String> RATES = Set.of("rate", "irate", "increase");
    private static final Set<String> QUERIED_PANELS = Set.of("stat", "timeseries", "gauge", "table", "heatmap");

    /** The units that we use; Grafana has many more, and takes an unknown one for text behind the number. */
    private static final Set<String> UNITS = Set.of("short", "reqps", "ops", "s", "percentunit", "bytes", "Bps");

    private final Dashboard dashboard;
    private final List<String> findings = new ArrayList<>();

    private Linter(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    static List<String> findings(Dashboard dashboard) {
        Linter linter = new Linter(dashboard);
        linter.templates();
        dashboard.panels().forEach(linter::panel);
        dashboard.expressions().forEach(linter::expression);
        if (dashboard.model().path("editable").asBoolean(true)) {
            linter.find("uneditable-dashboard", "the dashboard", "editable must be false");
        }
        return linter.findings;
    }

    private void find(String rule, String subject, String fault) {
        findings.add("%s: %s: %s".formatted(rule, subject, fault));
    }

    private void templates() {
        required("template-datasource-rule", "datasource", variable -> {
            String rule = "template-datasource-rule";
            expect(rule, variable, "type", "datasource");
            expect(rule, variable, "query", "prometheus");
            expect(rule, variable, "label", "Data source");
        });
        for (String name : List.of("job", "instance")) {
            String rule = "template-" + name + "-rule";
            required(rule, name, variable -> {
                expect(rule, variable, "type", "query");
                expect(rule, variable, "multi", "true");
                expect(rule, variable, "includeAll", "true");
                expect(rule, variable, "allValue", ".+");
            });
        }
        dashboard.variables().stream()
                .filter(variable -> variable.path("type").asText().equals("query"))
                .forEach(this::queried);
    }

    private void required(String rule, String name, Consumer<JsonNode> check) {
        dashboard.variables().stream()
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .ifPresentOrElse(check, () -> find(rule, "variable " + name, "is missing"));
    }

    private void expect(String rule, JsonNode variable, String field, String value) {
        if (!variable.path(field).asText().equals(value)) {
            find(rule, "variable " + variable.path("name").asText(), "%s must be '%s'".formatted(field, value));
        }
    }

    private void queried(JsonNode variable) {
        String subject = "variable " + variable.path("name").asText();
        datasource("template-datasource-rule", subject, variable);
        expect("template-on-time-change-reload-rule", variable, "refresh", "2");
        var query = LABEL_VALUES.matcher(variable.path("query").asText());
        if (!query.matches() || !Expression.of(query.group(1)).balanced()) {
            find("template-label-promql-rule", subject, "the query must be label_values(selector, label)");
        }
    }

    private void datasource(String rule, String subject, JsonNode holder) {
        if (!holder.path("datasource").path("uid").asText().equals(DATASOURCE)) {
            find(rule, subject, "the datasource must be " + DATASOURCE);
        }
    }

    private void panel(JsonNode panel) {
        String subject = "panel '%s'".formatted(panel.path("title").asText());
        datasource("panel-datasource-rule", subject, panel);
        for (String field : List.of("title", "description")) {
            if (panel.path(field).asText().isBlank()) {
                find("panel-title-description-rule", subject, field + " is missing");
            }
        }
        String unit = panel.path("fieldConfig").path("defaults").path("unit").asText();
        if (!UNITS.contains(unit)) {
            find("panel-units-rule", subject, "unit '%s' is not one of %s".formatted(unit, UNITS));
        }
        if (QUERIED_PANELS.contains(panel.path("type").asText())
                && panel.path("targets").isEmpty()) {
            find("panel-no-targets-rule", subject, "it has no target");
        }
        panel.path("targets").forEach(target -> datasource("panel-datasource-rule", subject, target));
    }

    private void expression(String text) {
        Expression expression = Expression.of(text);
        if (!expression.balanced() || expression.selectors().isEmpty()) {
            find("target-promql-rule", text, "it is no expression");
        }
        expression.selectors().forEach(selector -> selector(text, selector));
    }

    private void selector(String text, Selector selector) {
        for (String label : List.of("job", "instance")) {
            if (!selector.matchers().contains("%s=~\"$%s\"".formatted(label, label))) {
                find("target-" + label + "-rule", text, "%s is not matched".formatted(label));
            }
        }
        boolean isRated = RATES.contains(selector.function());
        if (isRated && !selector.range().equals("$__rate_interval")) {
            find("target-rate-interval-rule", text, "the range must be $__rate_interval");
        }
        if (isCounter(selector.metric()) && !isRated) {
            find("target-counter-agg-rule", text, "a counter needs rate, irate or increase");
        }
    }

    private static boolean isCounter(String metric) {
        return Stream.of("_total", "_count", "_sum", "_bucket").anyMatch(metric::endsWith);
    }
}
