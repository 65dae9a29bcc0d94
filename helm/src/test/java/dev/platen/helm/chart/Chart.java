package dev.platen.helm.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The chart, rendered by Helm itself. */
final class Chart {
    static final Path FOLDER = Repository.path("helm/platen");
    static final Path DEFAULTS = FOLDER.resolve("ci/minimal-values.yaml");

    static final String KUBERNETES = "1.34.0";

    private static final Path PRESETS = FOLDER.resolve("presets");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** The manifests as text, without the pod of helm test; throws where the values are refused. */
    static String render(Path values) {
        return render(layers(values));
    }

    /** The manifests of several files of values, of which the later win. */
    static String render(List<Path> values) {
        TemplateCommand template = new Helm(FOLDER)
                .template()
                .withName("platen")
                .withNamespace("platen")
                .withKubeVersion(KUBERNETES);
        values.forEach(template::withValuesFile);
        return template.call();
    }

    /** The documents of a rendering as text, each with the line that begins it. */
    static Stream<String> documents(String manifests) {
        return Stream.of(manifests.split("(?m)^(?=---$)", -1));
    }

    /** What is given to Helm with a file of values: a preset knows neither Kafka nor who may ask, so it is laid over the least. */
    static List<Path> layers(Path values) {
        return PRESETS.equals(values.getParent()) ? List.of(DEFAULTS, values) : List.of(values);
    }

    /** The objects of a rendering. */
    static List<JsonNode> objects(Path values) throws IOException {
        return read(render(values));
    }

    static List<JsonNode> read(String manifests) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(manifests)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        }
    }

    /** Every file of values that must work. */
    static Stream<Path> valuesFiles() throws IOException {
        return Stream.of(FOLDER.resolve("ci"), PRESETS).flatMap(folder -> Repository.files(folder, "").stream());
    }

    /** The pod specifications of an object list, by the name of what owns them. */
    static Map<String, JsonNode> pods(List<JsonNode> objects) {
        Map<String, JsonNode> pods = new TreeMap<>();
        for (JsonNode object : objects) {
            JsonNode pod = object.at("/spec/template/spec");
            if (pod.isObject()) {
                pods.put(object.at("/metadata/name").asText(), pod);
            }
        }
        return pods;
    }

    static List<JsonNode> ofKind(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }
}
