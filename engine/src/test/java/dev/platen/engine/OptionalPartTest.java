package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.PostedPage.Button;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Optional values, new items and new branches: made and taken away by buttons, with what they begin with. */
class OptionalPartTest {
    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);
    private static final String SCHEMA = """
            {"type": "object", "properties": {
              "name": {"type": "string"},
              "address": {"type": "object", "title": "Address", "properties": {
                "street": {"type": "string"},
                "country": {"type": "string", "default": "AT"},
                "private": {"type": "boolean"},
                "needed": {"type": "object", "properties": {"x": {"type": "string"}}},
                "extra": {"type": "object", "properties": {"y": {"type": "string"}}}},
               "required": ["needed"]}}}
            """;
    private static final String FOLDED = """
            {"schema": %s, "uiSchema": {"ui:globalOptions": {"enableOptionalDataFieldForType": ["object"]}}}
            """.formatted(SCHEMA);

    private static Applied applied(Plan plan, String data, Post post) {
        return (Applied) SUBMISSION.apply(plan, post.mediaType(), post.body(), data.getBytes(UTF_8));
    }

    private static String pressed(String document, String data, String name, String value) {
        Plan plan = Pages.plan(document);
        PostedPage page = PostedPage.of(Pages.fragment(plan, data));
        Button button = new Button(name, value);
        assertThat(page.buttons()).contains(button);
        return new String(applied(plan, data, page.post(button)).data(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | _open | root_address | {\"address\":{\"country\":\"AT\",\"needed\":{}}}",
                "{\"name\":\"n\"} | _open | root_address | {\"name\":\"n\",\"address\":{\"country\":\"AT\",\"needed\":{}}}",
                "{\"address\":{\"street\":\"s\"}} | _close | root_address | {}",
                "{\"address\":{}} | _close | root_address | {}",
                "{\"address\":{\"extra\":{\"y\":\"1\"}}} | _close | root_address_extra | {\"address\":{\"country\":\"AT\",\"needed\":{}}}",
                "{\"address\":{}} | _open | root_address_extra | {\"address\":{\"country\":\"AT\",\"needed\":{},\"extra\":{}}}",
            })
    void shouldMakeObjectsAndTakeThemAway(String data, String name, String value, String expected) {
        assertThat(pressed(FOLDED, data, name, value)).isEqualTo(expected);
    }

    @Test
    void shouldMakeAnObjectOfWhatIsEntered() {
        // Given
        Plan plan = Pages.plan(SCHEMA);
        PostedPage page = PostedPage.of(Pages.fragment(plan, "{}")).enter("root_address_street", "s");

        // When
        String opened = new String(
                applied(plan, "{}", page.post(new Button("_open", "root_address")))
                        .data(),
                UTF_8);
        String submitted = new String(applied(plan, "{}", page.post()).data(), UTF_8);

        // Then
        assertThat(opened)
                .isEqualTo("{\"address\":{\"street\":\"s\",\"country\":\"AT\",\"needed\":{}}}")
                .isEqualTo(submitted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | _open | {\"pay\":{\"kind\":\"card\"}}",
                "{\"pay\":{\"kind\":\"card\",\"number\":\"1\"}} | _close | {}",
                "{\"pay\":{\"iban\":\"AT\"},\"other\":1} | _close | {\"other\":1}",
                "{\"pay\":null} | _close | {}",
            })
    void shouldMakeAValueOfSeveralFormsAndTakeItAway(String data, String name, String expected) {
        String form = """
                {"type": "object", "properties": {"other": {"type": "integer"}, "pay": {"title": "Payment", "oneOf": [
                  {"type": "object", "properties": {"kind": {"const": "card"}, "number": {"type": "string"}}},
                  {"type": "object", "properties": {"iban": {"type": "string"}}}]}}}
                """;
        String folded = """
                {"schema": %s, "uiSchema": {"ui:globalOptions": {"enableOptionalDataFieldForType": ["object"]}}}
                """.formatted(form);

        assertThat(pressed(form, data, name, "root_pay"))
                .isEqualTo(pressed(folded, data, name, "root_pay"))
                .isEqualTo(expected);
    }

    @Test
    void shouldMakeTheFormThatIsChosen() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "object", "properties": {"pay": {"oneOf": [
                  {"type": "object", "properties": {"kind": {"const": "card"}, "number": {"type": "string"}}},
                  {"type": "object", "properties": {"iban": {"type": "string", "default": "AT"}}}]}}}
                """);
        PostedPage page = PostedPage.of(Pages.fragment(plan, "{}")).enter("root_pay__oneof_select", "1");

        // When
        Applied opened = applied(plan, "{}", page.post(new Button("_open", "root_pay")));

        // Then
        assertThat(new String(opened.data(), UTF_8)).isEqualTo("{\"pay\":{\"iban\":\"AT\"}}");
        assertThat(opened.changed()).isEqualTo("root_pay");
        assertThat(opened.isButtonGone()).isTrue();
    }

    @Test
    void shouldShowNothingOfAFoldedValueThatIsNotThere() {
        // Given
        Plan plan = Pages.plan("""
                {"schema": {"type": "object", "properties": {"pay": {"anyOf": [
                  {"type": "object", "properties": {"set": {"type": "boolean"}}}]}}},
                 "uiSchema": {"pay": {"ui:enableOptionalDataFieldForType": ["object"]}}}
                """);
        PostedPage page = PostedPage.of(Pages.fragment(plan, "{}"));

        // When
        Applied submitted = applied(plan, "{}", page.post());

        // Then
        assertThat(page.buttons()).contains(new Button("_open", "root_pay"));
        assertThat(page.buttons()).doesNotContain(new Button("_choose", "root_pay"));
        assertThat(new String(submitted.data(), UTF_8)).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | _open | root_a | {\"a\":{}}",
                "{\"a\":{\"x\":\"1\"}} | _close | root_a | {}",
                "{\"a\":{}} | _close | root_a | {}",
                "{\"a\":{\"x\":\"1\"}} | _open | root_a_b | {\"a\":{\"x\":\"1\",\"b\":{}}}",
                "{\"a\":{\"x\":\"1\",\"b\":{\"y\":\"2\"}}} | _close | root_a_b | {\"a\":{\"x\":\"1\"}}",
                "{\"c\":[{\"d\":{\"e\":\"1\"},\"f\":true}]} | _close | root_c_0_d | {\"c\":[{\"f\":true}]}",
            })
    void shouldMakeObjectsOfJsonFormsAndTakeThemAway(String data, String name, String value, String expected) {
        String document = """
                {"schema": {"type": "object", "properties": {
                   "a": {"type": "object", "properties": {
                     "x": {"type": "string"}, "b": {"type": "object", "properties": {"y": {"type": "string"}}}}},
                   "c": {"type": "array", "items": {"type": "object", "properties": {
                     "d": {"type": "object", "properties": {"e": {"type": "string"}}}, "f": {"type": "boolean"}}}}}},
                 "uischema": {"type": "VerticalLayout", "elements": [
                   {"type": "Control", "scope": "#/properties/a"},
                   {"type": "Control", "scope": "#/properties/c", "options": {"detail": {
                     "type": "VerticalLayout", "elements": [
                       {"type": "Control", "scope": "#/properties/d", "rule": {"effect": "DISABLE", "condition": {
                         "scope": "#/properties/f", "schema": {"const": false}, "failWhenUndefined": true}}},
                       {"type": "Control", "scope": "#/properties/f"}]}}}]}}
                """;

        assertThat(pressed(document, data, name, value)).isEqualTo(expected);
    }

    @Test
    void shouldMakeAnObjectOfABoxThatIsUnchecked() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "object", "properties": {"o": {"type": "object", "properties": {
                  "b": {"type": "boolean", "default": true}}}}}
                """);
        PostedPage page = PostedPage.of(Pages.fragment(plan, "{}")).enter("root_o_b");

        // When
        String data = new String(applied(plan, "{}", page.post()).data(), UTF_8);

        // Then
        assertThat(data).isEqualTo("{\"o\":{\"b\":false}}");
    }

    @Test
    void shouldLeaveWhatHasNoSwitch() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "object", "required": ["needed"], "properties": {
                  "needed": {"type": "object", "properties": {"x": {"type": "string"}}},
                  "fixed": {"type": "object", "readOnly": true, "properties": {"x": {"type": "string"}}}}}
                """);
        String data = "{\"needed\":{\"x\":\"1\"},\"fixed\":{\"x\":\"2\"}}";
        PostedPage page = PostedPage.of(Pages.fragment(plan, data));

        // When
        Post needed = page.post(new Button("_close", "root_needed"));
        Post fixed = page.post(new Button("_close", "root_fixed"));

        // Then
        assertThat(page.buttons()).extracting(Button::name).containsOnly("");
        assertThat(new String(applied(plan, data, needed).data(), UTF_8)).isEqualTo(data);
        assertThat(new String(applied(plan, data, fixed).data(), UTF_8)).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"string\",\"default\":\"d\"} | \"d\"",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\",\"default\":1.50},\"b\":{\"type\":\"string\"}}} | {\"a\":1.50}",
                "{\"type\":\"object\",\"properties\":{\"o\":{\"type\":\"object\",\"properties\":{\"a\":{\"const\":\"c\"}}}}} | {\"o\":{\"a\":\"c\"}}",
                "{\"type\":\"object\",\"properties\":{\"o\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}} | {}",
                "{\"type\":\"array\",\"minItems\":2,\"items\":{\"type\":\"string\"}} | [\"\",\"\"]",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"default\":[\"x\"]} | [\"x\"]",
                "{\"oneOf\":[{\"type\":\"string\"},{\"properties\":{\"k\":{\"const\":\"v\"}}}],\"default\":{\"k\":\"v\"}} | {\"k\":\"v\"}",
                "{\"type\":\"boolean\"} | false",
                "{\"enum\":[\"a\",\"b\"],\"default\":\"b\"} | \"b\"",
                "{\"type\":\"null\"} | null",
                "{\"$ref\":\"#/$defs/r\"} | {\"v\":\"leaf\"}",
            })
    void shouldBeginItemsWithTheirDefaults(String item, String expected) {
        // Given
        String document = """
                {"type": "object", "properties": {"l": {"type": "array", "items": %s}}, "$defs": {"r": {"type": "object", "properties": {
                  "v": {"type": "string", "default": "leaf"}, "n": {"$ref": "#/$defs/r"}}}}}
                """.formatted(item);

        // When
        String data = pressed(document, "{\"l\":[]}", "_add", "root_l");

        // Then
        assertThat(data).isEqualTo("{\"l\":[%s]}".formatted(expected));
    }

    @Test
    void shouldBeginBranchesWithTheirDefaults() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "object", "properties": {"x": {"oneOf": [
                  {"type": "string"},
                  {"type": "object", "properties": {"k": {"const": "v"}, "n": {"type": "integer", "default": 3}}}]}}}
                """);
        String data = "{\"x\":\"text\"}";
        PostedPage page = PostedPage.of(Pages.fragment(plan, data)).enter("root_x__oneof_select", "1");

        // When
        String after = new String(
                applied(plan, data, page.post(new Button("_choose", "root_x"))).data(), UTF_8);

        // Then
        assertThat(after).isEqualTo("{\"x\":{\"k\":\"v\",\"n\":3}}");
    }

    @Test
    void shouldNotFillWhatWasEmptied() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "object", "properties": {"l": {"type": "array", "items": {"type": "object", "properties": {
                  "a": {"type": "string", "default": "d"}}}}}}
                """);
        String data = "{\"l\":[{\"a\":\"d\"}]}";
        PostedPage page = PostedPage.of(Pages.fragment(plan, data)).enter("root_l_0_a", "");

        // When
        String after = new String(applied(plan, "{}", page.post()).data(), UTF_8);

        // Then
        assertThat(after).isEqualTo("{\"l\":[{}]}");
    }

    @Test
    void shouldBeginMembersOfAnyTypeAsText() {
        // Given
        String document = "{\"type\": \"object\", \"additionalProperties\": true}";

        // When
        String data = pressed(document, "{}", "_add", "root");

        // Then
        assertThat(data).isEqualTo("{\"newKey\":\"\"}");
    }
}
