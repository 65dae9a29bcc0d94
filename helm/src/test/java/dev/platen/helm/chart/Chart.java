package dev.platen.helm.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
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

    private static final YAMLMapper YAML = new YAMLMapper();

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** The manifests as text; throws where the values are refused. */
    static String render(Path values) {
        return new Helm(FOLDER)
                .template()
                .withName("platen")
                .withNamespace("platen")
                .withKubeVersion("1.34.0")
                .withValuesFile(values)
                .call();
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
        return Repository.files(FOLDER.resolve("ci"), "").stream();
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
