package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents of up to a mebibyte that are made to cost as much as they can. */
class HostileDocumentTest {
    /** Far above what any of them takes, and far below what an exponential one would. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static String joined(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(","));
    }

    private static String object(String properties, String definitions) {
        return "{\"type\":\"object\",\"properties\":{%s},\"$defs\":{%s}}".formatted(properties, definitions);
    }

    private static Map<String, String> documents() {
        String longName = "n".repeat(250);
        String nest = ("{\"properties\":{\"" + longName + "\":").repeat(28);
        return Map.of(
                "many properties", object(joined(38_000, i -> "\"p%d\":{\"type\":\"string\"}".formatted(i)), ""),
                "too many properties", object(joined(60_000, i -> "\"p%d\":{}".formatted(i)), ""),
                "long ids",
                        nest
                                + object(joined(30_000, i -> "\"%d\":{\"type\":\"null\"}".formatted(i)), "")
                                + "}}".repeat(28),
                "long texts repeated",
                        object(
                                joined(20_000, i -> "\"p%d\":{\"$ref\":\"#/$defs/d\"}".formatted(i)),
                                "\"d\":{\"type\":\"string\",\"description\":\"%s\"}".formatted("x".repeat(60_000))),
                "long options repeated",
                        object(
                                joined(12_000, i -> "\"p%d\":{\"$ref\":\"#/$defs/d\"}".formatted(i)),
                                "\"d\":{\"enum\":[%s]}".formatted(joined(50_000, i -> "" + i))),
                "one long enumeration", "{\"enum\":[%s]}".formatted(joined(100_000, i -> "" + i)),
                "mutual recursion",
                        object(
                                "\"x\":{\"$ref\":\"#/$defs/d0\"}",
                                joined(60, i -> "\"d%d\":{\"type\":\"object\",\"properties\":{%s}}"
                                        .formatted(i, joined(60, j -> "\"p%d\":{\"$ref\":\"#/$defs/d%d\"}"
                                                .formatted(j, j))))),
                "chain of references",
                        object(
                                "\"x\":{\"$ref\":\"#/$defs/d0\"}",
                                joined(20_000, i -> "\"d%d\":{\"$ref\":\"#/$defs/d%d\"}".formatted(i, i + 1))
                                        + ",\"d20000\":{\"type\":\"string\"}"),
                "nested minimums",
                        "{\"type\":\"array\",\"minItems\":100,\"items\":".repeat(30) + "{\"type\":\"string\"}"
                                + "}".repeat(30),
                "same ids", sameIds());
    }

    private static String sameIds() {
        return object(
                "\"a\":{\"type\":\"object\",\"properties\":{%s}},%s"
                        .formatted(
                                joined(10_000, i -> "\"n%d\":{\"type\":\"string\"}".formatted(i)),
                                joined(10_000, i -> "\"a_n%d\":{\"type\":\"string\"}".formatted(i))),
                "");
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerInTime() {
        return documents().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(document -> DynamicTest.dynamicTest(document.getKey(), () -> verify(document.getValue())));
    }

    private static void verify(String document) {
        // Given
        byte[] bytes = Pages.utf8(document);
        assertThat(bytes.length).isLessThan(Limits.DEFAULT.schemaBytes());

        // When
        CompileOutcome outcome =
                Assertions.assertTimeoutPreemptively(PATIENCE, () -> new Compiler(Limits.DEFAULT).compile(bytes));

        // Then
        switch (outcome) {
            case Compiled compiled ->
                assertThat(compiled.plan().segments().length).isLessThan(16 * Limits.DEFAULT.schemaBytes());
            case Rejected rejected ->
                assertThat(rejected.problem().diagnostics()).isNotEmpty();
        }
    }
}
