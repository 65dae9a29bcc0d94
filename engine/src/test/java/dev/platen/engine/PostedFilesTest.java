package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.Post.Chosen;
import dev.platen.engine.PostedPage.Button;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.Validator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people choose on a page become data URLs, and stay until they are removed. */
class PostedFilesTest {
    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);
    private static final String DOCUMENT = """
            {"schema": {"type": "object", "required": ["cv"], "properties": {
              "name": {"type": "string"},
              "cv": {"type": "string", "format": "data-url", "title": "CV", "maxLength": 3000000},
              "samples": {"type": "array", "title": "Samples", "items": {"type": "string", "format": "data-url"}}}},
             "uiSchema": {"cv": {"ui:options": {"accept": ".pdf"}}}}
            """;
    private static final Plan PLAN = Pages.plan(DOCUMENT);
    private static final String OLD = "data:text/plain;name=old.txt;base64,b2xk";
    private static final String FIRST = "data:text/plain;name=a.txt;base64,YQ==";
    private static final String SECOND = "data:text/plain;name=b.txt;base64,Yg==";
    private static final String BOTH = "{\"samples\":[\"%s\",\"%s\"]}".formatted(FIRST, SECOND);

    private static Chosen file(String name, String fileName, String content) {
        return new Chosen(name, fileName, "text/plain", content.getBytes(UTF_8));
    }

    private static PostedPage page(String data) {
        return PostedPage.of(Pages.fragment(PLAN, data));
    }

    private static Applied applied(Post post) {
        return (Applied) SUBMISSION.apply(PLAN, post.mediaType(), post.body(), Pages.NO_DATA);
    }

    private static String data(Post post) {
        return new String(applied(post).data(), UTF_8);
    }

    @Test
    void shouldWriteAFileAsRjsfDoes() {
        // Given
        PostedPage page = page("{}").choose("root_cv", file("root_cv", "Lebenslauf (2) & ü.txt", "hi\r\n"));

        // When
        String data = data(page.post());

        // Then
        assertThat(data)
                .isEqualTo("{\"cv\":\"data:text/plain;name=Lebenslauf%20(2)%20%26%20%C3%BC.txt;base64,aGkNCg==\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd          | text/plain               | data:text/plain;name=passwd;base64,eA==",
                "C:\\fakepath\\a.txt       | TEXT/Plain; charset=x    | data:text/plain;name=a.txt;base64,eA==",
                "a\"b.txt                  | text/plain               | data:text/plain;name=a%22b.txt;base64,eA==",
                "a;base64,x.txt            | text/plain               | data:text/plain;name=a%3Bbase64%2Cx.txt;base64,eA==",
                "<script>.svg              | image/svg+xml            | data:image/svg+xml;name=%3Cscript%3E.svg;base64,eA==",
                "a.txt                     | text/html,<script>       | data:application/octet-stream;name=a.txt;base64,eA==",
                "a.txt                     | x                        | data:application/octet-stream;name=a.txt;base64,eA==",
                "/                         | text/plain               | data:text/plain;base64,eA==",
                "\u202egpj.exe            | image/jpeg               | data:image/jpeg;name=%E2%80%AEgpj.exe;base64,eA==",
            })
    void shouldNotTrustNamesAndTypes(String fileName, String mediaType, String expected) {
        // Given
        PostedPage page = page("{}").choose("root_cv", new Chosen("root_cv", fileName, mediaType, "x".getBytes(UTF_8)));

        // When
        String data = data(page.post());

        // Then
        assertThat(data).isEqualTo("{\"cv\":\"" + expected + "\"}");
        String shown = Pages.fragment(PLAN, data);
        Markup.of(shown).verify();
        assertThat(data(PostedPage.of(shown).post())).isEqualTo(data);
    }

    @Test
    void shouldShowWhichFileIsThere() {
        // When
        String page = Pages.fragment(PLAN, "{\"cv\":\"" + OLD + "\"}");

        // Then
        assertThat(page)
                .contains("<bdi>old.txt</bdi> (<bdi>3 B</bdi>)", "aria-label=\"Remove old.txt\"", "accept=\".pdf\"")
                .doesNotContain(" required");
        assertThat(Pages.fragment(PLAN, "{}")).contains(" required").doesNotContain("<bdi>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:image/png;base64,AAAA                      | image/png    | 3 B",
                "data:,a%20b                                     | text/plain   | 3 B",
                "data:text/plain;name=%zz;base64,                | %zz          | 0 B",
                "https://example.org/a.png                       | https://example.org/a.png | 25 B",
                "data:text/plain;name=%3Cb%3E;base64,AAAA        | &lt;b&gt;    | 3 B",
                "data:text                                       | data:text    | 9 B",
            })
    void shouldNameWhateverIsThere(String value, String name, String size) {
        assertThat(Pages.fragment(PLAN, "{\"cv\":\"" + value + "\"}"))
                .contains("<bdi>" + name + "</bdi> (<bdi>" + size + "</bdi>)");
    }

    @Test
    void shouldKeepWhatIsThereWhereNothingIsChosen() {
        // Given
        String data = "{\"cv\":\"%s\",\"samples\":[\"%s\"]}".formatted(OLD, FIRST);

        // When
        String after = data(page(data).post());

        // Then
        assertThat(after).isEqualTo(data);
    }

    @Test
    void shouldReplaceOneFileAndAddToSeveral() {
        // Given
        PostedPage page = page("{\"cv\":\"%s\",\"samples\":[\"%s\"]}".formatted(OLD, OLD))
                .choose("root_cv", file("root_cv", "a.txt", "a"))
                .choose("root_samples", file("root_samples", "a.txt", "a"), file("root_samples", "b.txt", "b"));

        // When
        String data = data(page.post());

        // Then
        assertThat(data)
                .isEqualTo("{\"cv\":\"%s\",\"samples\":[\"%s\",\"%s\",\"%s\"]}".formatted(FIRST, OLD, FIRST, SECOND));
    }

    @Test
    void shouldRemoveTheFileWhoseButtonIsPressed() {
        // When
        Applied first = applied(page(BOTH).post(new Button("_clear", "root_samples_0")));
        Applied last = applied(page(BOTH).post(new Button("_clear", "root_samples_1")));
        Applied only = applied(page("{\"cv\":\"" + OLD + "\"}").post(new Button("_clear", "root_cv")));

        // Then
        assertThat(first.data()).asString().isEqualTo("{\"samples\":[\"" + SECOND + "\"]}");
        assertThat(last.data()).asString().isEqualTo("{\"samples\":[\"" + FIRST + "\"]}");
        assertThat(only.data()).asString().isEqualTo("{}");
        assertThat(first.changed()).isEqualTo("root_samples__files");
        assertThat(first.isButtonGone()).isFalse();
        assertThat(last.isButtonGone()).isTrue();
        assertThat(only.changed()).isEqualTo("root_cv__files");
        assertThat(only.isButtonGone()).isTrue();
    }

    @Test
    void shouldNotBringBackAFileThatTheDocumentHas() {
        // Given
        Plan plan = Pages.plan(DOCUMENT.replaceFirst("\\{", "{\"data\": {\"cv\": \"" + OLD + "\"},"));
        Post removal = PostedPage.of(Pages.fragment(plan, "")).post(new Button("_clear", "root_cv"));
        Applied removed = (Applied) SUBMISSION.apply(plan, removal.mediaType(), removal.body(), Pages.NO_DATA);

        // When
        Post again = PostedPage.of(Pages.fragment(plan, new String(removed.data(), UTF_8)))
                .post();
        Applied applied = (Applied) SUBMISSION.apply(plan, again.mediaType(), again.body(), Pages.NO_DATA);

        // Then
        assertThat(applied.data()).asString().isEqualTo("{}");
    }

    @Test
    void shouldTakeAFileThatWasChosenBeforeAnotherButtonWasPressed() {
        // Given
        PostedPage page = page(BOTH).choose("root_samples", file("root_samples", "c.txt", "c"));

        // When
        String data = data(page.post(new Button("_clear", "root_samples_0")));

        // Then
        assertThat(data).contains(SECOND, "name=c.txt").doesNotContain(FIRST);
    }

    @Test
    void shouldIgnoreNamesOfFilesWithoutTheirContent() {
        // Given
        byte[] body = "root_name=x&root_cv=a.pdf".getBytes(UTF_8);
        byte[] base = ("{\"cv\":\"" + OLD + "\"}").getBytes(UTF_8);

        // When
        Applied applied = (Applied) SUBMISSION.apply(PLAN, FormEncoding.URL_ENCODED, body, base);

        // Then
        assertThat(applied.data()).asString().isEqualTo("{\"cv\":\"" + OLD + "\",\"name\":\"x\"}");
    }

    @Test
    void shouldTakeFilesUpToTheLimitOfData() {
        // Given
        PostedPage fitting = page("{}").choose("root_cv", file("root_cv", "large.txt", "x".repeat(2_000_000)));
        PostedPage tooLarge = page("{}").choose("root_cv", file("root_cv", "larger.txt", "x".repeat(3_500_000)));

        // When
        byte[] data = applied(fitting.post()).data();
        Post refused = tooLarge.post();
        SubmissionRejected rejected =
                (SubmissionRejected) SUBMISSION.apply(PLAN, refused.mediaType(), refused.body(), Pages.NO_DATA);

        // Then
        String page = Pages.fragment(PLAN, new String(data, UTF_8));
        assertThat(page).contains("large.txt", "2000 kB");
        assertThat(applied(PostedPage.of(page).post()).data()).isEqualTo(data);
        assertThat(new Validator(Limits.DEFAULT).validate(DOCUMENT.getBytes(UTF_8), data))
                .isInstanceOfSatisfying(Validated.class, validated -> assertThat(validated.isValid())
                        .isTrue());
        assertThat(rejected.problem().code()).isEqualTo(ProblemCode.BODY_TOO_LARGE);
        assertThat(rejected.problem().detail()).contains("4194304", "a file takes a third more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'object','properties':{'l':{'type':'array','items':{'type':'object','properties':{'f':{'format':'data-url','type':'string'}}}}}}",
                "{'oneOf':[{'type':'object','properties':{'f':{'format':'data-url','type':'string'}}},{'type':'object','properties':{'n':{'type':'number'}}}]}",
                "{'$ref':'#/$defs/n','$defs':{'n':{'type':'object','properties':{'f':{'type':'string','format':'data-url'},'next':{'$ref':'#/$defs/n'}}}}}",
                "{'type':'object','properties':{'a':{'type':'boolean'}},'if':{'properties':{'a':{'const':true}}},'then':{'properties':{'f':{'type':'string','format':'data-url'}}}}",
                "{'type':'object','additionalProperties':{'type':'string','format':'data-url'}}",
                "{'schema':{'type':'object','properties':{'f':{'type':'string'}}},'uiSchema':{'f':{'ui:widget':'file'}}}",
            })
    void shouldSendFormsWithFilesInParts(String document) {
        assertThat(Pages.fragment(Pages.plan(document.replace('\'', '"')), "{}"))
                .contains(" enctype=\"multipart/form-data\"");
    }

    @Test
    void shouldSendOtherFormsAsUsual() {
        assertThat(Pages.fragment(Pages.plan("{\"type\": \"string\"}"), "")).doesNotContain("enctype");
    }

    @Test
    void shouldSendFilesWithEveryButtonWhereThereAreScripts() {
        // When
        String page =
                Pages.page(PLAN, Pages.utf8(BOTH), new Presentation("en", "bootstrap", Presentation.Layout.FRAGMENT));

        // Then
        long posting = Pattern.compile(" hx-post=").matcher(page).results().count();
        assertThat(posting).isEqualTo(2);
        assertThat(Pattern.compile(" hx-encoding=\"multipart/form-data\" hx-target=\"closest div\"")
                        .matcher(page)
                        .results())
                .hasSize((int) posting);
    }

    @Test
    void shouldNotLetDisabledFilesBeRemoved() {
        // Given
        Plan plan = Pages.plan(DOCUMENT.replace("\"accept\": \".pdf\"", "\"disabled\": true"));
        String data = "{\"cv\":\"" + OLD + "\"}";

        // When
        PostedPage page = PostedPage.of(Pages.fragment(plan, data));
        Post post = page.post(new Button("_clear", "root_cv"));
        Applied applied = (Applied) SUBMISSION.apply(plan, post.mediaType(), post.body(), Pages.utf8(data));

        // Then
        assertThat(page.buttons()).noneMatch(button -> button.name().equals("_clear"));
        assertThat(applied.data()).asString().isEqualTo(data);
    }
}
