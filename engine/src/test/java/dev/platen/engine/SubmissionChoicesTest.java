package dev.platen.engine;

import static dev.platen.engine.PostedForms.PERSON;
import static dev.platen.engine.PostedForms.SUBMISSION;
import static dev.platen.engine.PostedForms.TEXTS;
import static dev.platen.engine.PostedForms.alternatives;
import static dev.platen.engine.PostedForms.box;
import static dev.platen.engine.PostedForms.data;
import static dev.platen.engine.PostedForms.entries;
import static dev.platen.engine.PostedForms.form;
import static dev.platen.engine.PostedForms.group;
import static dev.platen.engine.PostedForms.items;
import static dev.platen.engine.PostedForms.leaf;
import static dev.platen.engine.PostedForms.outcome;
import static dev.platen.engine.PostedForms.plan;
import static dev.platen.engine.PostedForms.state;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Part;
import dev.platen.contract.plan.Part.Input;
import dev.platen.contract.plan.Parts;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.submit.SubmissionOutcome;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Posted choices, conditions and parts within themselves become data; hostile forms end. */
class SubmissionChoicesTest {
    @Test
    void shouldReadTheChosenForm() {
        // Given
        Plan form = form(alternatives());

        // When
        String data = data(form, "", "root_x__oneof_select=1", "root_x_n=5", "root_x_both=b");

        // Then
        assertThat(data).isEqualTo("{\"x\":{\"n\":5,\"both\":\"b\"}}");
    }

    @Test
    void shouldKeepWhatTheNewFormAlsoHas() {
        // Given
        Plan form = form(alternatives());
        String[] posted = {"root_x__oneof_select=1", "root_x_s=gone", "root_x_both=b", "_choose=root_x"};

        // When
        String data = data(form, "{\"x\":{\"s\":\"gone\",\"other\":true}}", posted);
        String state = state(form, "", posted);

        // Then
        assertThat(data).isEqualTo("{\"x\":{\"other\":true,\"both\":\"b\",\"kind\":\"number\",\"n\":1}}");
        assertThat(state).isEqualTo("{\"choices\":{\"root_x__oneof_select\":1}}");
    }

    @Test
    void shouldDropAValueOfAnotherForm() {
        // Given
        Plan form = form(alternatives());

        // When
        String toText = data(form, "{\"x\":{\"s\":\"a\"}}", "root_x__oneof_select=2", "root_x_s=a", "_choose=root_x");
        String toObject = data(form, "{\"x\":\"a\"}", "root_x__oneof_select=1", "root_x=a", "_choose=root_x");

        // Then
        assertThat(toText).isEqualTo("{}");
        assertThat(toObject).isEqualTo("{\"x\":{\"kind\":\"number\",\"n\":1}}");
    }

    @Test
    void shouldReadTheSideThatWasOnThePage() {
        // Given
        Expression condition = new Expression.Holds(Expression.Path.here(List.of("a")), new Check.Among(List.of()));
        Plan form = form(new Part.Either(
                new Expression.Not(condition),
                List.of(box("then", "_then", false)),
                List.of(leaf("else", "_else", Input.LINE, Check.Kind.STRING), box("box", "_box", false))));
        String base = "{\"then\":true,\"else\":\"old\",\"box\":true}";

        // When
        String shown = data(form, base, "x=y");
        String hidden = data(form, base, "root_else=new");

        // Then
        assertThat(shown).isEqualTo("{\"then\":false,\"else\":\"old\",\"box\":true}");
        assertThat(hidden).isEqualTo("{\"then\":true,\"else\":\"new\",\"box\":false}");
    }

    @Test
    void shouldReadPartsWithinThemselves() {
        // Given
        Part node = group(
                "",
                "",
                leaf("n", "_n", Input.LINE, Check.Kind.STRING),
                new Part.Again(List.of("next"), "_next", Part.Presence.SWITCHED, 0, PostedForms.OBJECT));
        Plan form = plan(new Parts(group("", "root", node), List.of(node)));

        // When
        String data =
                data(form, "{\"next\":{\"next\":{\"n\":\"deep\"}}}", "root_n=a", "root_next_n=b", "root_next_next_n=c");
        String opened = state(form, "", "root_n=a", "_open=root_next");
        String stillOpen = state(form, "", "root_n=a", "root_next_n=");
        String closed = data(form, "", "root_n=a", "root_next_n=b", "_close=root_next");

        // Then
        assertThat(data).isEqualTo("{\"next\":{\"next\":{\"n\":\"c\"},\"n\":\"b\"},\"n\":\"a\"}");
        assertThat(opened).isEqualTo("{\"open\":[\"root_next\"]}");
        assertThat(stillOpen).isEqualTo("{\"open\":[\"root_next\"]}");
        assertThat(closed).isEqualTo("{\"n\":\"a\"}");
    }

    @Test
    void shouldEndWherePartsNeverDo() {
        // Given
        Part endless = new Part.Again(List.of(), "", Part.Presence.OPTIONAL, 0, PostedForms.OBJECT);
        Plan form = plan(new Parts(group("", "root", endless), List.of(endless)));

        // When
        SubmissionOutcome outcome = outcome(form, "", "root=a");

        // Then
        assertThat(outcome).isInstanceOf(SubmissionRejected.class);
    }

    @Test
    void shouldRejectBaseThatIsNoJson() {
        // Given
        Plan form = form(TEXTS);

        // When
        SubmissionOutcome outcome = outcome(form, "{", "root_l_0=a");

        // Then
        assertThat(((SubmissionRejected) outcome).problem().diagnostics()).isNotEmpty();
    }

    @Test
    void shouldHaveAnOutcomeForAnyBytes() {
        // Given
        Random random = new Random(20_260);
        Plan form = form(TEXTS, entries(), alternatives(), items("p", "_p", PERSON), leaf("d", "_d", Input.INSTANT));
        String[] words = {
            "root", "_l", "_p", "_x", "_0", "_9", "-key", "_add", "_up", "_choose", "=", "&", "%", "%F", "é"
        };

        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(words[random.nextInt(words.length)]);
            }
            byte[] body = text.toString().getBytes(UTF_8);
            for (int i = random.nextInt(4); i > 0 && body.length > 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }

            // When
            SubmissionOutcome outcome =
                    SUBMISSION.apply(form, FormEncoding.URL_ENCODED, body, "{\"l\":[1],\"x\":[]}".getBytes(UTF_8));

            // Then
            assertThat(outcome).isInstanceOf(Applied.class);
        }
    }
}
