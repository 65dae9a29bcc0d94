package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.contract.problem.ProblemCode;

/** What the workers said. */
sealed interface Answer {
    /** What was asked for, as programs get it too. */
    record Told(JsonNode report) implements Answer {}

    /** Why there is none, as {@code application/problem+json}. */
    record Refused(ProblemCode code, JsonNode problem) implements Answer {
        /** In one sentence. */
        String detail() {
            return problem.path("detail").asText();
        }
    }
}
