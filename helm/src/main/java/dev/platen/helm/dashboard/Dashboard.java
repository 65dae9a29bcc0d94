package dev.platen.helm.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Grafana dashboard.
 *
 * @param model the dashboard as Grafana has it
 */
public record Dashboard(JsonNode model) {
    /**
     * Reads a dashboard.
     *
     * @throws IOException where the file is missing or is no JSON
     */
    public static Dashboard read(Path file) throws IOException {
        return new Dashboard(new ObjectMapper().readTree(file.toFile()));
    }

    /** Every panel that shows something: rows are left out, and what they hold is not. */
    public List<JsonNode> panels() {
        return model.path("panels")
                .valueStream()
                .flatMap(panel ->
                        Stream.concat(Stream.of(panel), panel.path("panels").valueStream()))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    /** Every variable of the dashboard. */
    public List<JsonNode> variables() {
        return model.path("templating").path("list").valueStream().toList();
    }

    /** Every expression of the panels and annotations, as it is written. */
    public List<String> expressions() {
        Stream<JsonNode> annotations = model.path("annotations").path("list").valueStream();
        Stream<JsonNode> targets =
                panels().stream().flatMap(panel -> panel.path("targets").valueStream());
        return Stream.concat(targets, annotations)
                .map(query -> query.path("expr").asText())
                .filter(expression -> !expression.isEmpty())
                .toList();
    }

    /** The metrics that the dashboard needs, by the names that Prometheus knows, sorted. */
    public Set<String> metricNames() {
        return expressions().stream()
                .flatMap(expression -> Expression.of(expression).selectors().stream())
                .map(Selector::metric)
                .filter(metric -> !metric.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
