package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.PostedPage.Button;
import dev.platen.engine.form.FormOutcome.ShownAgain;
import dev.platen.engine.form.PostedForm;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.validate.Preparation.Ready;
import dev.platen.engine.validate.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code propertyNames} and {@code contains} say is asked for, and its breach is said where it can be mended. */
class EntryNamesTest {
    private static String posted(String schema, String data, Button button) {
        Plan plan = Pages.plan(schema);
        return page(plan, schema, PostedPage.of(Pages.fragment(plan, data)).post(button));
    }

    private static String page(Plan plan, String schema, Post post) {
        Ready prepared = (Ready) new Validator(Limits.DEFAULT).prepare(schema.getBytes(UTF_8));
        ShownAgain shown = (ShownAgain)
                new PostedForm(Limits.DEFAULT).read(plan, prepared.schema(), post.mediaType(), post.body(), "en");
        WholePage page = new WholePage();
        new Renderer(Limits.DEFAULT, "/assets/").render(plan, shown.data(), shown.view(), Presentation.DEFAULT, page);
        return new String(page.toBytes(), UTF_8);
    }

    @Test
    void shouldOfferTheNamesThatThereAre() {
        // Given
        String schema = """
                {"type": "object", "additionalProperties": {"type": "string"},
                 "propertyNames": {"enum": ["en", "de-AT", "a.b"]}}""";

        // When
        String page = posted(schema, "{\"en\":\"x\"}", new Button("_add", "root"));
        String full = posted(schema, "{\"en\":\"x\",\"de-AT\":\"y\",\"a.b\":\"z\"}", new Button("_add", "root"));

        // Then
        assertThat(page)
                .contains(
                        "name=\"root_de-AT-key\" pattern=\"en|de-AT|a\\.b\" list=\"root_de-AT-key__examples\" value=\"de-AT\">",
                        "<datalist id=\"root_de-AT-key__examples\"><option value=\"en\">");
        assertThat(full).contains("root_a.b-key\"").doesNotContain("newKey");
    }

    @ParameterizedTest
    @CsvSource({
        "50% off,root_50%25 off",
        "_id,root_%5Fid",
        "__title,root_%5F_title",
        "a b,root_a b",
        "_,root_%5F",
        "x_0,root_x_0",
    })
    void shouldSayAtTheEntryWhatIsWrongWithIt(String name, String plainId) {
        // Given
        String id = plainId.replace(" ", "%20");
        String schema = """
                {"title": "N", "type": "object",
                 "properties": {"_known": {"type": "string", "minLength": 3}, "list": {"type": "object",
                   "additionalProperties": {"type": "array", "items": {"type": "string", "minLength": 3}}}},
                 "additionalProperties": {"type": "string", "minLength": 3}}""";
        String data = "{\"_known\":\"x\",\"list\":{\"%s\":[\"y\"]},\"%s\":\"z\"}".formatted(name, name);

        // When
        String page = posted(schema, data, new Button("", ""));

        // Then
        assertThat(page)
                .contains(
                        "<ul class=\"p-error-list\" id=\"root__known__error\">",
                        "<ul class=\"p-error-list\" id=\"%s__error\">".formatted(id),
                        "<ul class=\"p-error-list\" id=\"%s_0__error\">".formatted(id.replace("root_", "root_list_")),
                        "<a href=\"#%s\">".formatted(id));
        Markup.of(page).verify();
    }

    @Test
    void shouldSayAtTheNameWhatIsWrongWithIt() {
        // Given
        String schema = """
                {"title": "N", "type": "object", "additionalProperties": {"type": "string"},
                 "propertyNames": {"pattern": "^[a-z]+$", "maxLength": 5}}""";

        // When
        String page = posted(schema, "{\"UP\":\"x\"}", new Button("", ""));

        // Then
        assertThat(page)
                .contains(
                        "name=\"root_UP-key\" maxlength=\"5\" pattern=\".*(?:^[a-z]+$).*\" aria-describedby=\"root_UP-key__error\""
                                + " aria-invalid=\"true\" value=\"UP\">",
                        "<ul class=\"p-error-list\" id=\"root_UP-key__error\">",
                        "<a href=\"#root_UP-key\">");
        Markup.of(page).verify();
    }

    @Test
    void shouldEditWhatAListHasToContain() {
        // Given
        String schema = """
                {"type": "object", "required": ["l"], "properties": {"l": {"type": "array", "minContains": 2,
                  "contains": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "main"}}}}}}""";

        // When
        String page = posted(schema, "{\"l\":[]}", new Button("_add", "root_l"));
        String wrong = posted(schema, "{\"l\":[]}", new Button("", ""));

        // Then
        assertThat(page).contains("id=\"root_l_0_kind\"").contains("value=\"main\"");
        assertThat(wrong)
                .contains(
                        "<ul class=\"p-error-list\" id=\"root_l__error\"><li>Add items of the expected kind until there are at least 2.</li>");
    }
}
