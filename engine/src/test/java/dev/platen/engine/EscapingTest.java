package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A canary in every text of a document and of its data: none may sing. */
class EscapingTest {
    private static final String DOCUMENT = """
            {"schema": {"title": "@", "description": "@", "type": "object", "required": ["k@"], "properties": {
              "k@": {"type": "string", "title": "@", "description": "@", "default": "@"},
              "area": {"type": "string", "default": "@"},
              "email": {"type": "string", "format": "email"},
              "when": {"type": "string", "format": "date-time", "default": "@"},
              "kind": {"enum": ["@", "other"], "title": "@"},
              "radio": {"enum": ["@", "other"]},
              "named": {"oneOf": [{"const": "@", "title": "@"}]},
              "several": {"type": "array", "uniqueItems": true, "items": {"enum": ["@"]}},
              "boxes": {"type": "array", "uniqueItems": true, "items": {"enum": ["@"]}, "default": ["@"]},
              "sure": {"type": "boolean", "title": "@", "description": "@"},
              "in@": {"type": "object", "title": "@", "properties": {"x@": {"type": "string"}}},
              "list@": {"type": "array", "title": "@", "default": ["@"], "items": {"type": "string", "title": "@"}},
              "tree@": {"$ref": "#/$defs/tree"},
              "open": true},
              "$defs": {"tree": {"type": "object", "properties": {
                "n@": {"type": "string", "default": "@"}, "t@": {"$ref": "#/$defs/tree"}}}}},
             "uiSchema": {"k@": {"ui:help": "@", "ui:placeholder": "@"}, "area": {"ui:widget": "textarea"},
               "kind": {"ui:placeholder": "@"}, "radio": {"ui:widget": "radio"}, "boxes": {"ui:widget": "checkboxes"},
               "ui:submitButtonOptions": {"submitText": "@"}}}
            """;
    private static final String DATA = """
            {"k@": "@", "area": "@", "email": "@", "when": "@", "kind": "@", "radio": "@", "several": ["@"],
             "boxes": ["@"], "in@": {"x@": "@"}, "list@": ["@", "@"], "tree@": {"n@": "@", "t@": {"n@": "@"}}}
            """;

    static Stream<String> canaries() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\\\" onfocus=alert(1) autofocus x=\\\"",
                "' onfocus='alert(1)",
                "</textarea><script>1</script>",
                "</title><script>1</script>",
                "</option></select><b>",
                "<!-- --><![CDATA[x]]>",
                "&lt;b&gt; &amp; &#60; &",
                "javascript:alert(1)",
                "\\u003cb\\u003e \\u0022 \\u0027 \\u0026",
                "\\u0000\\u0001\\r\\n\\t\\b\\f\\u007f",
                "\\ud83d\\ude00 \\u00e9",
                "\u2028\u2029\ufeff\u202e\u00a0",
                "`${x}` {{y}} <%= z %>",
                "\\\\\\\" \\\\' \\/",
                "a\\nb");
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void shouldKeepEveryTextInItsContext(String canary) {
        // Given
        byte[] harmless = Pages.utf8(DOCUMENT.replace("@", "canary"));
        byte[] document = Pages.utf8(DOCUMENT.replace("@", canary));
        byte[] data = Pages.utf8(DATA.replace("@", canary));

        // When
        String page = Pages.page(Pages.compiled(document).plan(), data, Presentation.DEFAULT);
        String initial = Pages.page(Pages.compiled(document).plan(), Pages.NO_DATA, Presentation.DEFAULT);

        // Then
        Markup expected = Markup.of(Pages.page(
                Pages.compiled(harmless).plan(), Pages.utf8(DATA.replace("@", "canary")), Presentation.DEFAULT));
        assertThat(Markup.of(page).structure()).isEqualTo(expected.structure());
        Markup.of(page).verify();
        Markup.of(initial).verify();
    }
}
