package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.Validator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Trees of components and of elements, and the pages that are made of them. */
class PageTest {
    private static final byte[] ENGLISH = "en".getBytes(StandardCharsets.UTF_8);

    @TestFactory
    Stream<DynamicTest> shouldRenderThePage() {
        return Fixtures.of(PageTest.class).cases().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> verify(folder)));
    }

    private static void verify(Path folder) {
        // Given
        byte[] document = Fixtures.read(folder.resolve("document.json"));
        byte[] data = Fixtures.readOr(folder.resolve("data.json"), Pages.NO_DATA);
        String locale = new String(Fixtures.readOr(folder.resolve("locale.txt"), ENGLISH), StandardCharsets.UTF_8);
        Presentation presentation = new Presentation(locale.strip(), "plain", Presentation.Layout.FRAGMENT);

        // When
        String html = Pages.page(Pages.compiled(document).plan(), data, presentation);

        // Then
        Markup.of(html).verify();
        assertThat(html).doesNotContain("undefined", "[object");
        Fixtures.assertGolden(folder.resolve("out.html"), Pages.readable(html));
    }

    @Test
    void shouldReadAFormThatIsSpreadOverThePage() {
        // Given
        byte[] document =
                Fixtures.read(Path.of("src", "test", "resources", "PageTest", "form-in-pieces", "document.json"));
        byte[] body = Pages.utf8("root_name=Ada&root_address_town=Inkwell&root_news=true&root_nobody=x");

        // When
        SubmissionOutcome outcome = new Submission(Limits.DEFAULT)
                .apply(
                        Pages.compiled(document).plan(),
                        FormEncoding.URL_ENCODED,
                        body,
                        Pages.utf8("{\"email\": \"old\", \"kept\": 1}"));

        // Then
        assertThat(outcome).isInstanceOf(Applied.class);
        assertThat(((Applied) outcome).data())
                .asString(StandardCharsets.UTF_8)
                .contains("\"name\":\"Ada\"", "\"address\":{\"town\":\"Inkwell\"}", "\"news\":true", "\"kept\":1")
                .doesNotContain("nobody");
    }

    @Test
    void shouldHoldAPageAgainstItsSchema() {
        // Given
        byte[] document =
                Fixtures.read(Path.of("src", "test", "resources", "PageTest", "form-in-pieces", "document.json"));

        // When
        ValidationOutcome wrong = new Validator(Limits.DEFAULT).validate(document, Pages.utf8("{}"));
        ValidationOutcome anything = new Validator(Limits.DEFAULT)
                .validate(Pages.utf8("{\"type\": \"text\", \"props\": {\"text\": \"x\"}}"), Pages.utf8("[1]"));

        // Then
        assertThat(wrong).isInstanceOfSatisfying(Validated.class, validated -> assertThat(validated.errors())
                .singleElement()
                .asString()
                .contains("email"));
        assertThat(anything).isEqualTo(new Validated(List.of()));
    }
}
