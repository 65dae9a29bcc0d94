package dev.platen.engine;

import static dev.platen.engine.PostedForms.box;
import static dev.platen.engine.PostedForms.choice;
import static dev.platen.engine.PostedForms.data;
import static dev.platen.engine.PostedForms.form;
import static dev.platen.engine.PostedForms.group;
import static dev.platen.engine.PostedForms.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Option;
import dev.platen.contract.plan.Part;
import dev.platen.contract.plan.Part.Input;
import dev.platen.contract.plan.Part.Offer;
import dev.platen.contract.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posted controls become values, whatever was posted. */
class SubmissionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NUMBER | 1.50 | 1.50",
                "NUMBER | 1e400 | 1e400",
                "NUMBER | .5 | 0.5",
                "NUMBER | +07 | 7",
                "NUMBER | 123456789012345678901234567890 | 123456789012345678901234567890",
                "NUMBER | 12 apples | \"12 apples\"",
                "NUMBER | - | \"-\"",
                "INTEGER | 3.0 | 3.0",
                "INTEGER | 3.5 | 3.5",
                "BOOLEAN | true | true",
                "STRING | 5 | \"5\"",
                "OBJECT | {\"a\": 1} | {\"a\":1}",
                "ARRAY | {} | \"{}\"",
            })
    void shouldReadTextAsItsType(Check.Kind kind, String text, String value) {
        // Given
        Plan form = form(leaf("v", "_v", Input.LINE, kind));

        // When
        String data = data(form, "", "root_v=" + text);

        // Then
        assertThat(data).isEqualTo("{\"v\":%s}".formatted(value));
    }

    @Test
    void shouldTakeTheFirstTypeThatFits() {
        // Given
        Plan form = form(leaf("v", "_v", Input.LINE, Check.Kind.INTEGER, Check.Kind.BOOLEAN, Check.Kind.STRING));

        // When
        List<String> values =
                List.of(data(form, "", "root_v=1"), data(form, "", "root_v=true"), data(form, "", "root_v=x"));

        // Then
        assertThat(values).containsExactly("{\"v\":1}", "{\"v\":true}", "{\"v\":\"x\"}");
    }

    @Test
    void shouldLeaveOutWhatWasEmptied() {
        // Given
        Plan form = form(leaf("v", "_v", Input.LINE, Check.Kind.STRING));

        // When
        String data = data(form, "{\"v\":\"old\",\"kept\":[1]}", "root_v=");

        // Then
        assertThat(data).isEqualTo("{\"kept\":[1]}");
    }

    @Test
    void shouldUseTheEmptyValue() {
        // Given
        Part.Leaf leaf = new Part.Leaf(
                List.of("v"),
                "_v",
                false,
                false,
                Input.LINE,
                List.of(),
                List.of(),
                List.of(Check.Kind.STRING),
                new Offer(Option.Type.NULL, ""));

        // When
        String data = data(form(leaf), "{\"v\":\"old\"}", "root_v=");

        // Then
        assertThat(data).isEqualTo("{\"v\":null}");
    }

    @Test
    void shouldLeaveToTheLetterWhatIsOnlyShown() {
        // Given
        String base =
                "{\"a\":1.0,\"b\":\"\",\"c\":null,\"d\":\"x\\r\\ny\",\"e\":\"2024-01-01T12:00:00+02:00\",\"f\":\"7\"}";
        Plan form = form(
                leaf("a", "_a", Input.LINE, Check.Kind.NUMBER),
                leaf("b", "_b", Input.LINE, Check.Kind.STRING),
                leaf("c", "_c", Input.LINE, Check.Kind.STRING),
                leaf("d", "_d", Input.LINES, Check.Kind.STRING),
                leaf("e", "_e", Input.INSTANT, Check.Kind.STRING),
                leaf("f", "_f", Input.LINE, Check.Kind.NUMBER));

        // When
        String data = data(
                form, base, "root_a=1.0", "root_b=", "root_c=", "root_d=x\r\ny", "root_e=2024-01-01T10:00", "root_f=7");

        // Then
        assertThat(data).isEqualTo(base);
    }

    @Test
    void shouldGiveInstantsAnOffset() {
        // Given
        Plan form =
                form(leaf("d", "_d", Input.INSTANT, Check.Kind.STRING), leaf("t", "_t", Input.TIME, Check.Kind.STRING));

        // When
        String data = data(form, "", "root_d=2024-02-29T08:30", "root_t=08:30");

        // Then
        assertThat(data).isEqualTo("{\"d\":\"2024-02-29T08:30:00Z\",\"t\":\"08:30:00Z\"}");
    }

    @Test
    void shouldPutDatesTogether() {
        // Given
        Plan form = form(leaf("d", "_d", Input.DATE_MENUS, Check.Kind.STRING));

        // When
        String data = data(form, "", "root_d_year=2024", "root_d_month=2", "root_d_day=9");

        // Then
        assertThat(data).isEqualTo("{\"d\":\"2024-02-09\"}");
    }

    @Test
    void shouldPutDatesAndTimesTogether() {
        // Given
        Plan form = form(leaf("d", "_d", Input.DATE_TIME_MENUS, Check.Kind.STRING));
        String[] posted = {
            "root_d_year=2024", "root_d_month=2", "root_d_day=9", "root_d_hour=8", "root_d_minute=0", "root_d_second=30"
        };

        // When
        String data = data(form, "", posted);

        // Then
        assertThat(data).isEqualTo("{\"d\":\"2024-02-09T08:00:30Z\"}");
    }

    @Test
    void shouldLeaveDatesThatAreTheSame() {
        // Given
        Plan form = form(leaf("d", "_d", Input.DATE_TIME_MENUS, Check.Kind.STRING));
        String[] posted = {
            "root_d_year=2024", "root_d_month=2", "root_d_day=9", "root_d_hour=8", "root_d_minute=0", "root_d_second=30"
        };

        // When
        String data = data(form, "{\"d\":\"2024-02-09T10:00:30.5+02:00\"}", posted);

        // Then
        assertThat(data).isEqualTo("{\"d\":\"2024-02-09T10:00:30.5+02:00\"}");
    }

    @Test
    void shouldKeepWhatThereIsOfADate() {
        // Given
        Plan form = form(leaf("d", "_d", Input.DATE_MENUS, Check.Kind.STRING));

        // When
        String data = data(form, "{\"d\":\"2024-02-09\"}", "root_d_year=2024", "root_d_month=", "root_d_day=9");

        // Then
        assertThat(data).isEqualTo("{\"d\":\"2024--09\"}");
    }

    @Test
    void shouldTakeADateAway() {
        // Given
        Plan form = form(leaf("d", "_d", Input.DATE_MENUS, Check.Kind.STRING));

        // When
        String data = data(form, "{\"d\":\"2024-02-09\"}", "root_d_year=", "root_d_month=", "root_d_day=");

        // Then
        assertThat(data).isEqualTo("{}");
    }

    @Test
    void shouldReadBoxesThatAreNotChecked() {
        // Given
        Plan form = form(
                box("required", "_r", true),
                box("optional", "_o", false),
                box("was", "_w", false),
                box("is", "_i", false));

        // When
        String data = data(form, "{\"was\":true}", "root_i=true");

        // Then
        assertThat(data).isEqualTo("{\"was\":false,\"required\":false,\"is\":true}");
    }

    @Test
    void shouldTurnOptionsIntoTheirConstants() {
        // Given
        Offer one = new Offer(Option.Type.NUMBER, "1");
        Offer object = new Offer(Option.Type.JSON, "{\"a\":[1,null]}");
        Plan form =
                form(choice("one", "_one", Input.ONE, one, object), choice("all", "_all", Input.SEVERAL, one, object));

        // When
        String data = data(
                form, "", "root_one={\"a\":[1,null]}", "root_all=1", "root_all={\"a\":[1,null]}", "root_all=forged");

        // Then
        assertThat(data).isEqualTo("{\"one\":{\"a\":[1,null]},\"all\":[1,{\"a\":[1,null]}]}");
    }

    @Test
    void shouldIgnoreForgedValuesOfFixedParts() {
        // Given
        Part.Leaf fixed = new Part.Leaf(
                List.of("v"),
                "_v",
                true,
                true,
                Input.LINE,
                List.of(),
                List.of(new Offer(Option.Type.NUMBER, "42")),
                List.of(),
                null);

        // When
        String withBase = data(form(fixed), "{\"v\":7}", "root_v=1");
        String without = data(form(fixed), "", "root_v=1");

        // Then
        assertThat(List.of(withBase, without)).containsExactly("{\"v\":7}", "{\"v\":42}");
    }

    @Test
    void shouldKeepTextThatIsNoJson() {
        // Given
        Plan form = form(leaf("a", "_a", Input.RAW), leaf("b", "_b", Input.RAW));

        // When
        String data = data(form, "", "root_a=[1, {\"x\": null}]", "root_b=[1,");

        // Then
        assertThat(data).isEqualTo("{\"a\":[1,{\"x\":null}],\"b\":\"[1,\"}");
    }

    @Test
    void shouldKeepFilesAsDataUrls() {
        // Given
        Plan form = form(leaf("a", "_a", Input.FILE), leaf("b", "_b", Input.FILES));

        // When
        String data =
                data(form, "{\"b\":[\"data:,x\"]}", "root_a=data:text/plain;name=x.txt;base64,eA==", "root_b=name.txt");

        // Then
        assertThat(data).isEqualTo("{\"b\":[\"data:,x\"],\"a\":\"data:text/plain;name=x.txt;base64,eA==\"}");
    }

    @Test
    void shouldLeaveOutOptionalObjectsWithoutValues() {
        // Given
        Plan form = form(
                group("o", "_o", leaf("n", "_n", Input.LINE, Check.Kind.STRING)),
                new Part.Group(List.of("r"), "_r", true, List.of(leaf("n", "_n", Input.LINE, Check.Kind.STRING))));

        // When
        String data = data(form, "{\"o\":{\"n\":\"x\"}}", "root_o_n=", "root_r_n=");

        // Then
        assertThat(data).isEqualTo("{\"r\":{}}");
    }
}
