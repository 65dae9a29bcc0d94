package dev.platen.operator.decide;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.operator.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Decisions as files: the situation in {@code in.json}, the decision and its reasons in {@code out.txt}. */
class SizerTest {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> shouldDecideAndSayWhy() throws IOException {
        return Golden.cases(SizerTest.class)
                .map(folder -> DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> decide(folder)));
    }

    private static void decide(Path folder) throws IOException {
        // Given
        DecisionCase situation = JSON.readValue(folder.resolve("in.json").toFile(), DecisionCase.class);

        // When
        Decision decision = situation.decide();

        // Then
        Golden.verify(folder.resolve("out.txt"), printed(decision));
    }

    private static String printed(Decision decision) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("%d -> %d because of %s"
                .formatted(decision.from(), decision.to(), decision.term().label()));
        lines.add(decision.explanation());
        lines.add("missing: " + decision.missing());
        lines.add("forecast: " + sentence(decision.forecast()));
        lines.add("one fewer: " + sentence(decision.oneFewer()));
        lines.add("pools: " + decision.pools());
        decision.recommendations()
                .forEach(need -> lines.add("remembered: %s %d".formatted(need.at(), need.replicas())));
        return lines.toString();
    }

    private static @Nullable String sentence(@Nullable Forecast forecast) {
        return forecast == null ? null : forecast.sentence();
    }
}
