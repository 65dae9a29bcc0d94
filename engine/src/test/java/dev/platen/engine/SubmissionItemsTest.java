package dev.platen.engine;

import static dev.platen.engine.PostedForms.EMPTY;
import static dev.platen.engine.PostedForms.PERSON;
import static dev.platen.engine.PostedForms.TEXT;
import static dev.platen.engine.PostedForms.TEXTS;
import static dev.platen.engine.PostedForms.alternatives;
import static dev.platen.engine.PostedForms.applied;
import static dev.platen.engine.PostedForms.data;
import static dev.platen.engine.PostedForms.entries;
import static dev.platen.engine.PostedForms.form;
import static dev.platen.engine.PostedForms.group;
import static dev.platen.engine.PostedForms.items;
import static dev.platen.engine.PostedForms.leaf;
import static dev.platen.engine.PostedForms.outcome;
import static dev.platen.engine.PostedForms.state;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Part;
import dev.platen.contract.plan.Part.Input;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.submit.Action;
import dev.platen.engine.submit.SubmissionOutcome;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posted lists and entries become data, and their buttons do what they say. */
class SubmissionItemsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "_add=root_l | [\"a\",\"b\",\"c\",\"\"]",
                "_remove=root_l_1 | [\"a\",\"c\"]",
                "_up=root_l_1 | [\"b\",\"a\",\"c\"]",
                "_up=root_l_0 | [\"a\",\"b\",\"c\"]",
                "_down=root_l_1 | [\"a\",\"c\",\"b\"]",
                "_down=root_l_2 | [\"a\",\"b\",\"c\"]",
                "_copy=root_l_0 | [\"a\",\"a\",\"b\",\"c\"]",
                "_remove=root_l_99 | [\"a\",\"b\",\"c\"]",
                "_remove=root_m_0 | [\"a\",\"b\",\"c\"]",
            })
    void shouldDoWhatListButtonsSay(String button, String list) {
        // Given
        Plan form = form(TEXTS);

        // When
        Applied applied = applied(form, "{\"l\":[\"old\"]}", "root_l_0=a", "root_l_1=b", "root_l_2=c", button);

        // Then
        assertThat(new String(applied.data(), UTF_8)).isEqualTo("{\"l\":%s}".formatted(list));
        assertThat(applied.action()).isEqualTo(new Action.Changed());
    }

    @Test
    void shouldRefuseButtonsThatAreNotThere() {
        // Given
        Plan form = form(new Part.Items(
                List.of("l"), "_l", false, List.of(), TEXT, EMPTY, false, false, false, false, false, 0));

        // When
        List<String> data = List.of(
                data(form, "", "root_l_0=a", "_add=root_l"),
                data(form, "", "root_l_0=a", "_remove=root_l_0"),
                data(form, "", "root_l_0=a", "_copy=root_l_0"));

        // Then
        assertThat(data).containsOnly("{\"l\":[\"a\"]}");
    }

    @Test
    void shouldReadNestedListsWithBoxesThatLeaveNoTrace() {
        // Given
        Plan form = form(items("l", "_l", items("", "", PERSON)));

        // When
        String data = data(
                form,
                "",
                "root_l_0_0_n=a",
                "root_l_0_1_b=true",
                "root_l_2_0_n=z",
                "root_l_2__items=2",
                "root_l__items=3");

        // Then
        assertThat(data).isEqualTo("{\"l\":[[{\"n\":\"a\"},{\"b\":true}],[],[{\"n\":\"z\"},{}]]}");
    }

    @Test
    void shouldEmptyListsWhoseLastItemIsGone() {
        // Given
        Plan form = form(TEXTS);

        // When
        String data = data(form, "{\"l\":[\"a\"]}", "root_l_0=a", "_remove=root_l_0");

        // Then
        assertThat(data).isEqualTo("{\"l\":[]}");
    }

    @Test
    void shouldKeepItemsThatAreNotOnThePage() {
        // Given
        Plan form = form(TEXTS);
        String[] posted = {"root_l__before=[\"a\",\"b\"]", "root_l_2=c", "root_l__after=[\"d\"]", "root_l__page=1"};

        // When
        String data = data(form, "", posted);
        String state = state(form, "", posted);

        // Then
        assertThat(data).isEqualTo("{\"l\":[\"a\",\"b\",\"c\",\"d\"]}");
        assertThat(state).isEqualTo("{\"pages\":{\"root_l\":1}}");
    }

    @Test
    void shouldTurnPages() {
        // Given
        Plan form = form(TEXTS);

        // When
        String state = state(form, "", "root_l_0=a", "_page=root_l.3");

        // Then
        assertThat(state).isEqualTo("{\"pages\":{\"root_l\":3}}");
    }

    @Test
    void shouldReadTuples() {
        // Given
        Part first = leaf("", "_0", Input.LINE, Check.Kind.NUMBER);
        Plan form = form(new Part.Items(
                List.of("l"), "_l", false, List.of(first), TEXT, EMPTY, false, true, true, true, true, 0));

        // When
        String data = data(form, "", "root_l_0=1", "root_l_1=x", "root_l_2=y", "_remove=root_l_1");
        String untouched = data(form, "", "root_l_0=1", "root_l_1=x", "_remove=root_l_0");

        // Then
        assertThat(data).isEqualTo("{\"l\":[1,\"y\"]}");
        assertThat(untouched).isEqualTo("{\"l\":[1,\"x\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x=y | {\"known\":1,\"n\":2,\"a b\":\"c\"}",
                "root_n-key=m | {\"known\":1,\"m\":2,\"a b\":\"c\"}",
                "root_a%20b-key=n | {\"known\":1,\"n\":2,\"n-1\":\"c\"}",
                "root_n-key=known | {\"known\":1,\"known-1\":2,\"a b\":\"c\"}",
                "root_n-key= | {\"known\":1,\"n\":2,\"a b\":\"c\"}",
                "_remove=root_n | {\"known\":1,\"a b\":\"c\"}",
                "_add=root | {\"known\":1,\"n\":2,\"a b\":\"c\",\"newKey\":null}",
            })
    void shouldReadEntries(String change, String expected) {
        // Given
        Plan form = form(entries());
        String[] posted = {"root_n=2", "root_n-key=n", "root_a%20b=c", "root_a%20b-key=a b"};
        for (int i = 0; i < posted.length; i++) {
            boolean isReplaced = posted[i].startsWith(change.substring(0, change.indexOf('=') + 1));
            posted[i] = isReplaced ? change : posted[i];
        }

        // When
        String data =
                data(form, "{\"known\":1,\"n\":1,\"a b\":\"\"}", posted[0], posted[1], posted[2], posted[3], change);

        // Then
        assertThat(data).isEqualTo(expected);
    }

    @Test
    void shouldReadEntriesThatWereNotThereBefore() {
        // Given
        Plan form = form(entries());

        // When
        String data = data(
                form, "", "root_z=1", "root_z-key=z", "root_a=2", "root_a-key=a", "root_a_b=3", "root_a_b-key=a_b");

        // Then
        assertThat(data).isEqualTo("{\"z\":\"1\",\"a\":\"2\",\"a_b\":\"3\"}");
    }

    @Test
    void shouldMoveChoicesAlongWithItems() {
        // Given
        Plan form = form(items("l", "_l", group("", "", alternatives())));

        // When
        String state = state(
                form,
                "",
                "root_l_0_x__oneof_select=1",
                "root_l_0_x_n=5",
                "root_l_1_x__oneof_select=2",
                "root_l_1_x=a",
                "_up=root_l_1");

        // Then
        assertThat(state).isEqualTo("{\"choices\":{\"root_l_0_x__oneof_select\":2,\"root_l_1_x__oneof_select\":1}}");
    }

    @Test
    void shouldBoundItems() {
        // Given
        Plan form = form(items("l", "_l", PERSON));

        // When
        SubmissionOutcome outcome = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> outcome(form, "", "root_l_9999999_n=a"));

        // Then
        assertThat(outcome).isInstanceOf(SubmissionRejected.class);
    }
}
