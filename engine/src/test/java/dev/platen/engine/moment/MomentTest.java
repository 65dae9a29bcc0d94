package dev.platen.engine.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024 2 29 - - -",
        "2024-02-29T08:09:10Z, 2024 2 29 8 9 10",
        "2025-01-01T00:30:05.25+01:00, 2024 12 31 23 30 5",
        "2024-02-29T08:09Z, 2024 2 29 8 9 0",
        "2021--05, 2021 - 5 - - -",
        "-12-, - 12 - - - -",
        "2021-02-03T:04:Z, 2021 2 3 - 4 -",
        "--, - - - - - -",
        "some day, - - - - - -",
        "12345-01-01, - - - - - -",
        "2024-02-29T08:09:10+01:00[Europe/Paris and much more than fits], - - - - - -",
        "'', - - - - - -",
    })
    void shouldFindThePieces(String text, String pieces) {
        // When
        Moment moment = Moment.of(text);

        // Then
        assertThat(moment.pieces().stream()
                        .map(piece -> piece.isPresent() ? Integer.toString(piece.getAsInt()) : "-")
                        .collect(Collectors.joining(" ")))
                .isEqualTo(pieces);
    }
}
