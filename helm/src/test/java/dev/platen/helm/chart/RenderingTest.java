package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What comes out for every file of values, to be read when it changes; k8s/base/platen.yaml is that of the least. */
class RenderingTest {
    private static final Path GOLDENS = Repository.path("helm/src/test/resources/dev/platen/helm/chart/RenderingTest");

    @TestFactory
    Stream<DynamicTest> shouldRenderWhatWasReviewed() throws IOException {
        return Chart.valuesFiles()
                .filter(values -> !values.equals(Chart.DEFAULTS))
                .map(values -> DynamicTest.dynamicTest(
                        values.getFileName() + "", () -> Repository.verify(golden(values), reviewed(values))));
    }

    /** Those who have one version of Helm get what those get who have the other. */
    @TestFactory
    Stream<DynamicTest> shouldRenderTheSameWithHelm4() throws IOException, InterruptedException {
        Helm4 helm4 = Helm4.fetched();
        assumeTrue(helm4.isThere(), helm4::whyNot);
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(
                        values.getFileName() + "", () -> assertThat(objects(helm4.render(values)))
                                .containsExactlyElementsOf(objects(Chart.render(values)))));
    }

    @TestFactory
    Stream<DynamicTest> shouldPrintTheNotesThatWereReviewed() throws IOException, InterruptedException {
        Helm4 helm4 = Helm4.fetched();
        assumeTrue(helm4.isThere(), helm4::whyNot);
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(
                        values.getFileName() + "",
                        () -> Repository.verify(
                                GOLDENS.resolve("notes").resolve((values.getFileName() + "").replace(".yaml", ".txt")),
                                helm4.notes(values))));
    }

    private static Path golden(Path values) {
        return GOLDENS.resolve(values.getFileName());
    }

    /** Without the definitions and the dashboards, which are copies of files. */
    private static String reviewed(Path values) {
        return Chart.documents(Chart.render(values))
                .filter(document ->
                        !document.contains("/templates/crds.yaml") && !document.contains("/templates/dashboards.yaml"))
                .collect(Collectors.joining());
    }

    private static List<String> objects(String manifests) throws IOException {
        return Chart.read(manifests).stream().map(JsonNode::toString).sorted().toList();
    }
}
