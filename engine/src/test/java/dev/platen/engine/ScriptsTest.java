package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.engine.script.Scripts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that are executed as they were written. */
class ScriptsTest {
    private static final Map<String, Object> DATA = Map.of(
            "orders", List.of(Map.of("name", "Tea", "price", 3L), Map.of("name", "Cake", "price", 4.5)), "name", "Ada");

    private final Scripts scripts = new Scripts(10);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data.orders.filter(o, o.price > 4).size() | 1",
                "data.orders.map(o, o.price).filter(p, p < 4)[0] | 3",
                "math.greatest(data.orders[0].price, 10) | 10",
                "cel.bind(params, {'a': 2}, params.a * 4) | 8",
                "index + 1 | 6",
                "index * 1.5 - 0.5 / index | 7.4",
                "0.1 + 0.2 | 0.3",
                "data.orders[1].price * index | 22.5",
                "data.orders.map(o, o.price).sum() | 7.5",
                "[1, 2].sum() * 3 | 9",
                "[0.1, 0.2, 1].sum() | 1.3",
                "[].sum() | 0"
            })
    void shouldCompute(String source, BigDecimal expected) {
        // When
        Object value = scripts.evaluate(source, name -> name.equals("index") ? (Object) 5L : DATA);

        // Then
        assertThat(value).isInstanceOf(BigDecimal.class);
        assertThat((BigDecimal) value).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"string(2.50 * 2), 5", "string(0.1 + 0.2), 0.3", "string(1e21), 1000000000000000000000", "string(3), 3"
    })
    void shouldWriteNumbersAsPeopleDo(String source, String expected) {
        assertThat(scripts.evaluate(source, name -> DATA)).isEqualTo(expected);
    }

    @Test
    void shouldHandBackTheValuesOfTheData() {
        // When
        Object value = scripts.evaluate("data.orders.filter(o, o.name == 'Tea')", name -> DATA);

        // Then
        assertThat(value)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .isSameAs(((List<?>) Objects.requireNonNull(DATA.get("orders"))).getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.missing.deeper",
                "1 / 0 > 0",
                "data.name + 1",
                "data.orders.sum()",
                "1.5 / 0.0",
                "data.orders[7].name",
                "not an expression",
                "'a'.matches('(')",
                "nobody"
            })
    void shouldGiveNothingForWhatFails(String source) {
        // When
        Object value = scripts.evaluate(source, name -> DATA);

        // Then
        assertThat(value).isNull();
    }

    @Test
    void shouldBoundTextsThatDouble() {
        // Given
        String source = "['" + "x".repeat(1_000) + "']" + ".map(a, a + a)".repeat(20) + "[0]";

        // When
        Object value = scripts.evaluate(source, name -> DATA);

        // Then
        assertThat(value).isNull();
    }

    @Test
    void shouldBoundLoopsWithinLoops() {
        // Given
        String ten = "[0,1,2,3,4,5,6,7,8,9]";
        String source = (ten + ".all(a, ").repeat(6) + "true" + ")".repeat(6);

        // When
        Object value = scripts.evaluate(source, name -> DATA);

        // Then
        assertThat(value).isNull();
    }
}
