package dev.platen.helm.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    up                                                                | up
                    sum by (job, instance) (rate(a_total{x="y"}[5m]))                 | a_total
                    sum(rate(a_total[5m])) by (le)                                    | a_total
                    a{x="by (b)"} / on (job) group_left (c) d                         | a d
                    histogram_quantile(0.99, sum by (le) (rate(a_bucket[5m] offset 1h))) | a_bucket
                    (sum(a) or vector(0)) / 1e3                                       | a
                    a unless b and c > bool 0.5                                       | a b c
                    label_replace(a, "x", "$1", "y", "(.*)")                          | a
                    """)
    void shouldTellMetricsFromEverythingElse(String text, String metrics) {
        // When
        Expression expression = Expression.of(text);

        // Then
        assertThat(expression.balanced()).isTrue();
        assertThat(expression.selectors().stream().map(Selector::metric)).containsExactly(metrics.split(" ", -1));
    }

    @Test
    void shouldReadWhatASelectorSays() {
        // When
        Expression expression =
                Expression.of("sum(rate(a_total{job =~ \"$job\", uri=\"/{name},\"}[$__rate_interval]))");

        // Then
        assertThat(expression.selectors())
                .containsExactly(new Selector(
                        "a_total", List.of("job=~\"$job\"", "uri=\"/{name},\""), "$__rate_interval", "rate"));
    }

    @Test
    void shouldKnowASelectorWithoutAMetric() {
        // When
        Expression expression = Expression.of("{__name__=~\"platen_.+\"}");

        // Then
        assertThat(expression.selectors())
                .containsExactly(new Selector("", List.of("__name__=~\"platen_.+\""), "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(a", "sum a)", "a{x=\"y\"", "a[5m", "a{x=\"y}", ")(", "a]"})
    void shouldNoticeWhatIsNotClosed(String text) {
        // When
        Expression expression = Expression.of(text);

        // Then
        assertThat(expression.balanced()).isFalse();
    }
}
