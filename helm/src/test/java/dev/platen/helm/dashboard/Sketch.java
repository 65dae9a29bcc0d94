package dev.platen.helm.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;

/**
 * Draws a dashboard from its sketch in {@code dashboards/source}: rows of panels, each with what it shows. Places, ids,
 * variables and what all panels of a kind have in common are added here; in expressions, {@code {}} stands for the labels of the
 * variables and {@code [r]} for the interval of rates.
 */
final class Sketch {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COLUMNS = 24;
    private static final String MATCHERS = "namespace=~\"$namespace\", job=~\"$job\", instance=~\"$instance\"";
    private static final String STAT = "stat";
    private static final String HEATMAP = "heatmap";

    private final ArrayNode panels = JSON.createArrayNode();
    private int x;
    private int y;
    private int height;

    private Sketch() {}

    /** The dashboard as a file of Grafana's model. */
    static String drawn(Path source) throws IOException {
        JsonNode sketch = new YAMLMapper().readTree(source.toFile());
        ObjectNode dashboard = (ObjectNode) JSON.readTree(Sketch.class.getResourceAsStream("Sketch/frame.json"));
        for (String field : new String[] {"uid", "title", "description"}) {
            dashboard.put(field, sketch.path(field).asText());
        }
        Sketch drawing = new Sketch();
        sketch.path("rows").forEach(drawing::row);
        dashboard.set("panels", drawing.panels);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(dashboard) + "\n";
    }

    private void row(JsonNode row) {
        newLine();
        place(panel(row.path("title").asText(), "row").put("collapsed", false), COLUMNS, 1)
                .putArray("panels");
        newLine();
        row.path("panels").forEach(this::panel);
    }

    private ObjectNode panel(String title, String type) {
        ObjectNode panel = panels.addObject();
        return panel.put("id", panels.size()).put("type", type).put("title", title);
    }

    private void newLine() {
        y += height;
        x = 0;
        height = 0;
    }

    private ObjectNode place(ObjectNode panel, int width, int tall) {
        if (x + width > COLUMNS) {
            newLine();
        }
        panel.putObject("gridPos").put("x", x).put("y", y).put("w", width).put("h", tall);
        x += width;
        height = Math.max(height, tall);
        return panel;
    }

    private void panel(JsonNode sketch) {
        String type = sketch.path("type").asText("timeseries");
        boolean isStat = type.equals(STAT);
        ObjectNode panel = panel(sketch.path("title").asText(), type)
                .put("description", sketch.path("description").asText());
        panel.set("datasource", datasource());
        place(panel, sketch.path("width").asInt(isStat ? 4 : 8), isStat ? 4 : 8);
        panel.set("fieldConfig", fields(sketch, type));
        panel.set("options", options(sketch, type));
        ArrayNode targets = panel.putArray("targets");
        sketch.path("show").forEach(shown -> {
            ObjectNode target = targets.addObject().put("refId", String.valueOf((char) ('A' + targets.size())));
            target.set("datasource", datasource());
            target.put("expr", expression(shown.path("expr").asText()));
            target.put("legendFormat", shown.path("as").asText());
            if (type.equals(HEATMAP)) {
                target.put("format", HEATMAP);
            }
        });
    }

    private static ObjectNode datasource() {
        return JSON.createObjectNode().put("type", "prometheus").put("uid", "${datasource}");
    }

    private static String expression(String text) {
        return text.replace("{}", "{" + MATCHERS + "}")
                .replaceAll("\\{(?!namespace)", "{" + Matcher.quoteReplacement(MATCHERS) + ", ")
                .replace("[r]", "[$__rate_interval]");
    }

    private static ObjectNode fields(JsonNode sketch, String type) {
        ObjectNode fields = JSON.createObjectNode();
        ObjectNode defaults =
                fields.putObject("defaults").put("unit", sketch.path("unit").asText());
        if (sketch.has("noValue")) {
            defaults.put("noValue", sketch.path("noValue").asText());
        }
        if (type.equals(STAT)) {
            defaults.putObject("color").put("mode", "thresholds");
            thresholds(sketch.path("thresholds"), defaults.putObject("thresholds"));
        } else if (!type.equals(HEATMAP)) {
            boolean isStacked = sketch.path("stacked").asBoolean();
            defaults.put("min", 0);
            if (sketch.has("max")) {
                defaults.set("max", sketch.path("max"));
            }
            defaults.putObject("color").put("mode", "palette-classic");
            defaults.putObject("custom")
                    .put("drawStyle", "line")
                    .put("lineWidth", 1)
                    .put("fillOpacity", isStacked ? 20 : 0)
                    .put("showPoints", "never")
                    .putObject("stacking")
                    .put("mode", isStacked ? "normal" : "none");
        }
        fields.putArray("overrides");
        return fields;
    }

    private static void thresholds(JsonNode wanted, ObjectNode thresholds) {
        ArrayNode steps = thresholds.put("mode", "absolute").putArray("steps");
        steps.addObject().put("color", wanted.isEmpty() ? "text" : "green").putNull("value");
        wanted.properties()
                .forEach(step -> steps.addObject().put("color", step.getKey()).set("value", step.getValue()));
    }

    private static JsonNode options(JsonNode sketch, String type) {
        try (var options = Sketch.class.getResourceAsStream("Sketch/%s.json".formatted(type))) {
            ObjectNode read = (ObjectNode) JSON.readTree(options);
            if (type.equals(HEATMAP)) {
                ((ObjectNode) read.path("yAxis"))
                        .put("unit", sketch.path("unit").asText().toLowerCase(Locale.ROOT));
            }
            return read;
        } catch (IOException unreadable) {
            throw new IllegalStateException("there are no panels of type " + type, unreadable);
        }
    }
}
