package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Posted forms of up to four mebibytes that are made to cost as much as they can, or to get out of their place. */
class HostileFormTest {
    /** Far above what any of them takes, and far below what a quadratic one would. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);
    private static final Plan FORM = Pages.plan("""
            {"type": "object", "properties": {
              "text": {"type": "string"}, "number": {"type": "number"}, "whole": {"type": "integer"}, "any": true,
              "link": {"type": "string", "format": "uri"}, "flag": {"type": "boolean"},
              "fixed": {"type": "string", "readOnly": true},
              "list": {"type": "array", "items": {"type": "object", "properties": {"flag": {"type": "boolean"}}}},
              "tree": {"$ref": "#/$defs/tree"},
              "choice": {"oneOf": [{"type": "string", "pattern": "^(a+)+$"}, {"type": "array", "items": {"type": "string"}}]}},
             "patternProperties": {"^(x+x+)+y$": {"type": "string"}},
             "additionalProperties": {"type": "string"},
             "$defs": {"tree": {"type": "object", "properties": {
               "value": {"type": "string"}, "next": {"$ref": "#/$defs/tree"},
               "all": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}}}}
            """);

    private static String joined(int count, IntFunction<String> pair) {
        return IntStream.range(0, count).mapToObj(pair).collect(Collectors.joining("&"));
    }

    private static String text(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Map<String, String> bodies() {
        return Map.ofEntries(
                Map.entry("items that are only counted", "root_list__items=9999999"),
                Map.entry("one item far away", "root_list_9999999_flag=true"),
                Map.entry("many items", joined(120_000, i -> "root_list_" + i + "_flag=true")),
                Map.entry("many of one name", joined(190_000, i -> "root_text=x")),
                Map.entry("entries that all take one name", joined(50_000, i -> "root_e" + i + "-key=same")),
                Map.entry(
                        "entries of long names with many separators",
                        joined(4_000, i -> "root_" + "_".repeat(900) + i + "-key=" + i)),
                Map.entry(
                        "entries that patterns are matched with",
                        joined(30_000, i -> "root_xxxxxxxxxxxxxx" + i + "-key=")),
                Map.entry("parts within themselves", "root_tree" + "_next".repeat(4_000) + "_value=x"),
                Map.entry("lists within themselves", "root_tree" + "_all_0".repeat(4_000) + "_value=x"),
                Map.entry(
                        "parts that are only kept",
                        "root_tree__kept=" + text("{\"next\":".repeat(5_000) + "{}" + "}".repeat(5_000))),
                Map.entry("pages that are carried", "root_list__before=" + text("[" + "{},".repeat(150_000) + "{}]")),
                Map.entry("a text that patterns are matched with", "root_choice=" + "a".repeat(60_000) + "b"),
                Map.entry("JSON that nests", "root_any=" + "[".repeat(50_000)));
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerInTime() {
        return bodies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(body -> DynamicTest.dynamicTest(body.getKey(), () -> verify(body.getValue())));
    }

    private static void verify(String body) {
        // Given
        byte[] bytes = body.getBytes(UTF_8);
        assertThat(bytes.length).isLessThan(Limits.DEFAULT.dataBytes());

        // When
        SubmissionOutcome outcome = Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> SUBMISSION.apply(FORM, FormEncoding.URL_ENCODED, bytes, new byte[0]));

        // Then
        switch (outcome) {
            case Applied applied -> assertThat(applied.data().length).isLessThanOrEqualTo(Limits.DEFAULT.dataBytes());
            case SubmissionRejected rejected ->
                assertThat(rejected.problem().detail()).contains("; ");
        }
    }

    private static String data(String body, String base) {
        return new String(
                ((Applied) SUBMISSION.apply(FORM, FormEncoding.URL_ENCODED, body.getBytes(UTF_8), base.getBytes(UTF_8)))
                        .data(),
                UTF_8);
    }

    @Test
    void shouldRefuseBodiesBeyondTheLimits() {
        // Given
        byte[] large = ("root_text=" + "x".repeat(Limits.DEFAULT.dataBytes())).getBytes(UTF_8);
        byte[] many = "a&".repeat(Limits.DEFAULT.tokens() + 1).getBytes(UTF_8);

        // When
        SubmissionRejected tooLarge =
                (SubmissionRejected) SUBMISSION.apply(FORM, FormEncoding.URL_ENCODED, large, new byte[0]);
        SubmissionRejected tooMany =
                (SubmissionRejected) SUBMISSION.apply(FORM, FormEncoding.URL_ENCODED, many, new byte[0]);

        // Then
        assertThat(tooLarge.problem().code()).isEqualTo(ProblemCode.BODY_TOO_LARGE);
        assertThat(tooMany.problem().detail()).contains("200000 controls");
    }

    @Test
    void shouldKeepBigNumbersToTheLetter() {
        // Given
        String number = "1e400";

        // When
        String data = data("root_number=" + number + "&root_whole=1e999999999", "");

        // Then
        assertThat(data).contains("\"number\":1e400", "\"whole\":1e999999999");
        assertThat(Pages.fragment(FORM, data)).contains("value=\"1e400\"");
    }

    @Test
    void shouldReadHalvesOfCharactersAsNone() {
        // When
        String data = data("root_text=%ED%A0%80&root_%ED%A0%80-key=%FF", "{\"link\":\"\\ud800\"}");

        // Then
        assertThat(data).contains("\"text\":\"\ufffd").contains("\"link\":\"\\ud800\"");
        assertThat(Markup.of(Pages.fragment(FORM, data)).tags()).isNotEmpty();
    }

    @Test
    void shouldKeepNamesInTheirPlace() {
        // Given
        String name = "\"><script>alert(1)</script><p x=\"";

        // When
        String data = data("root_e-key=" + text(name) + "&root_e=" + text(name), "");

        // Then
        Markup page = Markup.of(Pages.fragment(FORM, data));
        assertThat(page.tags()).noneMatch(tag -> tag.name().equals("script"));
    }

    @Test
    void shouldWriteUnsafeAddressesAsTextOnly() {
        // When
        String page = Pages.fragment(FORM, data("root_link=" + text("javascript:alert(1)"), ""));

        // Then
        assertThat(page).contains("value=\"javascript:alert(1)\"").doesNotContain("href=\"javascript");
    }

    @Test
    void shouldTakeTheFirstOfTwoValues() {
        assertThat(data("root_text=first&root_text=second", "")).contains("\"text\":\"first\"");
    }

    @Test
    void shouldIgnoreObjectsThatNameAMemberTwice() {
        // When
        String data = data("root_tree__kept=" + text("{\"value\":1,\"value\":2}"), "");

        // Then
        assertThat(data).doesNotContain("value");
    }

    @Test
    void shouldIgnoreForgedValuesOfWhatIsFixed() {
        // When
        String data = data("root_fixed=forged&root_fixed__fixed=" + text("\"forged\""), "{\"fixed\":\"true\"}");

        // Then
        assertThat(data).contains("\"fixed\":\"true\"").doesNotContain("forged");
    }

    @Test
    void shouldReadWhatIsNotWellEncodedAsItStands() {
        assertThat(data("root_text=100%&=&&root_&%&root_link=%zz%4", ""))
                .contains("\"text\":\"100%\"", "\"link\":\"%zz%4\"");
    }
}
