package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.problem.ProblemJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Problems as they are sent. */
class ProblemJsonTest {
    @Test
    void shouldPrintWhatItKnows() {
        // Given
        Problem problem = new Problem(
                ProblemCode.SCHEMA_REJECTED,
                "the document has \"errors\"",
                List.of(
                        Diagnostic.error("unknown-type", "/properties/a", 3, 14, "found 'ü'"),
                        Diagnostic.warning("type-open", "", 0, 0, "any")));

        // When
        String json = new String(ProblemJson.of(problem), StandardCharsets.UTF_8);

        // Then
        assertThat(json)
                .isEqualTo("{\"type\":\"urn:platen:problem:schema-rejected\",\"title\":\"The schema was rejected\","
                        + "\"status\":422,\"detail\":\"the document has \\\"errors\\\"\",\"code\":\"schema-rejected\","
                        + "\"diagnostics\":[{\"severity\":\"error\",\"code\":\"unknown-type\",\"pointer\":\"/properties/a\","
                        + "\"line\":3,\"column\":14,\"message\":\"found 'ü'\"},"
                        + "{\"severity\":\"warning\",\"code\":\"type-open\",\"pointer\":\"\",\"message\":\"any\"}]}");
    }

    @Test
    void shouldLeaveOutWhatIsNotThere() {
        assertThat(new String(ProblemJson.of(new Problem(ProblemCode.OVERLOADED, "try later")), StandardCharsets.UTF_8))
                .doesNotContain("diagnostics")
                .contains("\"status\":503");
    }
}
