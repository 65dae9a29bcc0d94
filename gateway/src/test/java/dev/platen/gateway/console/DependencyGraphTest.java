package dev.platen.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The drawing of what refers to what. */
class DependencyGraphTest {
    private static DependencyGraph graph(String schemas) {
        return DependencyGraph.of(
                Json.read("{\"schemas\": [%s]}".formatted(schemas).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldDrawEachSchemaOnceAndEachReference() throws Exception {
        // Given
        DependencyGraph graph = graph("""
                {"name": "order", "dependencies": ["address", "person"]}, {"name": "person", "dependencies": ["address"]},
                {"name": "alone", "dependencies": []}""");

        // When
        Document svg = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(graph.svg().getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(3);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(3);
        assertThat(graph.svg()).contains(">order<", ">person<", ">address<").doesNotContain("alone");
    }

    @Test
    void shouldEndWhereReferencesGoInACircle() {
        // When
        String svg = graph(
                        "{\"name\": \"a\", \"dependencies\": [\"b\", \"a\"]}, {\"name\": \"b\", \"dependencies\": [\"a\"]}")
                .svg();

        // Then
        assertThat(svg).contains(">a<", ">b<");
    }

    @Test
    void shouldEscapeWhatIsWritten() {
        // When
        String svg =
                graph("{\"name\": \"<script>\", \"dependencies\": [\"b\"]}").svg();

        // Then
        assertThat(svg).contains("&lt;script").doesNotContain("<script");
    }
}
