package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Presentation.Layout;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.form.Confirmation;
import dev.platen.engine.form.FormOutcome;
import dev.platen.engine.form.FormOutcome.Accepted;
import dev.platen.engine.form.FormOutcome.FormRefused;
import dev.platen.engine.form.FormOutcome.ShownAgain;
import dev.platen.engine.form.PostedForm;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.Prepared;
import dev.platen.engine.validate.Validator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the body of a post to what is shown next. */
class PostedFormTest {
    private static final byte[] DOCUMENT = bytes("""
            {"type": "object", "required": ["name"], "properties": {
              "name": {"type": "string", "title": "Name", "minLength": 2},
              "a b": {"type": "integer"},
              "pets": {"type": "array", "items": {"type": "object", "properties": {"kind": {"type": "string", "maxLength": 3}}}}
            }}""");

    private final PostedForm forms = new PostedForm(Limits.DEFAULT);
    private final Plan plan = ((Compiled) new Compiler(Limits.DEFAULT).compile(DOCUMENT)).plan();
    private final Prepared schema = ((Preparation.Ready) new Validator(Limits.DEFAULT).prepare(DOCUMENT)).schema();

    @Test
    void shouldAcceptWhatTheSchemaAllows() {
        // When
        FormOutcome outcome = read("root_name=Ada&root_a%2520b=7", "en");

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(text(accepted.data()))
                .contains("\"name\":\"Ada\"", "\"a b\":7"));
    }

    @Test
    void shouldShowWhatIsWrongAtItsField() {
        // When
        FormOutcome outcome = read("root_name=A&root_a%2520b=x&root_pets_0_kind=lizard", "de");

        // Then
        assertThat(outcome).isInstanceOfSatisfying(ShownAgain.class, shown -> {
            assertThat(shown.hasErrors()).isTrue();
            assertThat(shown.view().errors()).containsOnlyKeys("root_name", "root_a%20b", "root_pets_0_kind");
            assertThat(shown.view().errors().get("root_name"))
                    .isEqualTo(List.of("Geben Sie mindestens 2 Zeichen ein."));
        });
    }

    @Test
    void shouldNotComplainWhenAButtonChangesTheForm() {
        // When
        FormOutcome outcome = read("root_name=&_add=root_pets", "en");

        // Then
        assertThat(outcome).isInstanceOfSatisfying(ShownAgain.class, shown -> {
            assertThat(shown.hasErrors()).isFalse();
            assertThat(text(shown.data())).contains("\"pets\":[{");
        });
    }

    @Test
    void shouldRefuseABodyOverTheLimit() {
        // When
        FormOutcome outcome = read("root_name=" + "x".repeat(Limits.DEFAULT.dataBytes()), "en");

        // Then
        assertThat(outcome).isInstanceOf(FormRefused.class);
    }

    @Test
    void shouldSayThatAFormWasAccepted() {
        // Given
        WholePage page = new WholePage();

        // When
        new Renderer(Limits.DEFAULT, "/assets/")
                .render(Confirmation.of(plan), bytes(""), new Presentation("fr", "plain", Layout.PAGE), page);

        // Then
        assertThat(text(page.toBytes()))
                .contains("lang=\"fr\"", "role=\"status\"", "Votre saisie a bien été reçue", "href=\"render\"");
    }

    private FormOutcome read(String body, String locale) {
        return forms.read(plan, schema, FormEncoding.URL_ENCODED, bytes(body), locale);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
