package dev.platen.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalNumberTest {
    @ParameterizedTest
    @CsvSource({
        "40, 40",
        "4e1, 40",
        "40.00, 40",
        "2.50, 2.5",
        "-0.0, 0",
        "0e9, 0",
        "1e20, 100000000000000000000",
        "1e21, 1E+21",
        "10e999999999, 1E+1000000000",
        "1e99999999999, 1e99999999999",
        "5e-7, 5E-7",
    })
    void shouldWriteEqualNumbersAlike(String number, String canonical) {
        // When
        String written = CanonicalNumber.of(number);

        // Then
        assertThat(written).isEqualTo(canonical);
    }
}
