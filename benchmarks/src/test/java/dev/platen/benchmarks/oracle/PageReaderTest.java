package dev.platen.benchmarks.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageReaderTest {
    @Test
    void shouldReadAFieldOfText() {
        // Given
        String html = """
                <label for="root_name">Name<span class="required">*</span></label>
                <input type="text" id="root_name" name="root_name" required readonly value="Ada">
                """;

        // When
        Fields fields = PageReader.read(html);

        // Then
        assertThat(fields.byPath())
                .containsEntry(
                        "root_name",
                        new Field("root_name", "text", true, false, true, "Ada", List.of(), List.of(), "Name", false));
    }

    @Test
    void shouldTakeTheFirstOptionWhereNoneIsSelected() {
        // Given
        String html = """
                <label>Size <select id="root_size"><option value="s">Small</option><option value="l" label="Large"></option></select></label>
                """;

        // When
        Fields fields = PageReader.read(html);

        // Then
        assertThat(fields.byPath().get("root_size"))
                .extracting(Field::value, Field::options, Field::optionValues, Field::label)
                .containsExactly("Small", List.of("Small", "Large"), List.of("s", "l"), "Size");
    }

    @Test
    void shouldTakeForHiddenWhatNobodySees() {
        // Given
        String html = """
                <div class="hidden"><label for="root_old">Old</label><input type="text" id="root_old" value="x"></div>
                <input type="hidden" id="root_kept" value="y">
                <input type="hidden" name="root_list__items" value="2">
                """;

        // When
        Fields fields = PageReader.read(html);

        // Then
        assertThat(fields.byPath().values())
                .extracting(Field::kind, Field::label, Field::value)
                .containsExactly(tuple("hidden", "", "x"), tuple("hidden", "", "y"));
    }

    @Test
    void shouldLeaveOutZeroSeconds() {
        // Given
        String html = """
                <input type="time" id="root_a" value="08:30:00"><input type="time" id="root_b" value="08:30">
                <input type="datetime-local" id="root_c" value="2024-02-29T08:30:00.000"><input type="time" id="root_d" value="soon">
                """;

        // When
        Fields fields = PageReader.read(html);

        // Then
        assertThat(fields.byPath().values())
                .extracting(Field::value)
                .containsExactly("08:30", "08:30", "2024-02-29T08:30", "soon");
    }

    @Test
    void shouldReadOptionsAsOneField() {
        // Given
        String html = """
                <fieldset id="root_c" disabled><legend id="root_c__title">Colours</legend>
                <label for="root_c-0"><input type="checkbox" id="root_c-0" name="root_c" value="r"><span>Red</span></label>
                <label for="root_c-1"><input type="checkbox" id="root_c-1" name="root_c" value="b" checked><span>Blue</span></label>
                </fieldset>
                """;

        // When
        Fields fields = PageReader.read(html);

        // Then
        assertThat(fields.byPath())
                .containsExactly(Map.entry(
                        "root_c",
                        new Field(
                                "root_c",
                                "checkboxes",
                                false,
                                true,
                                false,
                                "Blue",
                                List.of("Red", "Blue"),
                                List.of("r", "b"),
                                "Colours",
                                false)));
    }

    @Test
    void shouldReadPathsThatElementsName() {
        // Given
        String html = """
                <div data-path="people.0.age"><div class="control"><label for="x-input">Age*</label>
                <div data-path="people.0.age"><input type="number" id="x-input" value="7.0" disabled></div>
                <div class="validation validation_error">too young</div></div></div>
                <div data-path="people.0.pet"></div>
                """;

        // When
        Fields fields = PageReader.read(html);

        // Then
        assertThat(fields.byPath().get("root_people_0_age"))
                .isEqualTo(new Field(
                        "root_people_0_age", "number", true, true, false, "7", List.of(), List.of(), "Age", true));
        assertThat(fields.isBeyond("root_people_0_pet_name")).isTrue();
    }

    @Test
    void shouldReadErrorsOfCellsFromTheirRow() {
        // Given
        String html = """
                <table><tr><td><div data-path="0.a"><input class="invalid"></div></td>
                <td><div data-path="0.b"><input></div></td><td><span>is required</span></td></tr></table>""";

        // When
        Fields fields = PageReader.read(html);

        // Then
        assertThat(fields.byPath().values()).extracting(Field::hasErrors).containsExactly(true, false);
    }

    @Test
    void shouldPassOverWhatIsHidden() {
        // Given
        String html = """
                <div hidden><input id="root_seen"></div><input id="root_name">
                <input type="hidden" name="root_list__items" value="2">""";

        // When
        Fields fields = PageReader.read(html);

        // Then
        assertThat(fields.byPath()).containsOnlyKeys("root_name");
    }

    @Test
    void shouldReadIdsAsPlatenEscapesThem() {
        // Given
        String html = "<input id='root_a%20b'><input id='root~1_a%20b'><input type='hidden' name='_token'>";

        // When
        Fields fields = PageReader.read(html);

        // Then
        assertThat(fields.byPath()).containsOnlyKeys("root_a b", "root_a b#2");
    }
}
