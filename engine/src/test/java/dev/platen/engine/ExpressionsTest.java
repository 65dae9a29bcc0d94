package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Option;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.expression.Bindings;
import dev.platen.engine.expression.Bindings.Argument;
import dev.platen.engine.expression.Expressions;
import dev.platen.engine.json.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions of documents, and what the plan makes of them. */
class ExpressionsTest {
    private static final Place PLACE = new Place(null, "", 3, 14);
    private static final Bindings LOOP = Bindings.NONE.inLoop();

    private final Findings findings = new Findings();
    private final Expressions expressions = new Expressions(findings, Limits.DEFAULT);

    private Optional<Expression> read(String source, Bindings bindings) {
        return expressions.read(source, PLACE, bindings);
    }

    private static Expression item(int outward, String... steps) {
        return new Expression.Path(Expression.Base.ITEM, outward, List.of(steps));
    }

    private static Expression known(Option.Type type, String value) {
        return new Expression.Known(new Constant.Single(new Option(type, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.a.b", "data['a'].b", "data['a']['b']"})
    void shouldReadPaths(String source) {
        // When
        Optional<Expression> expression = read(source, Bindings.NONE);

        // Then
        assertThat(expression).contains(Expression.Path.root(List.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item.a == 'x' && !(item.b in data.list) || index % 2 != 0",
                "size(item.name) > 3 ? item.price * 1.2 : -item.price",
                "has(data.a.b) && data.a.b.startsWith('x') && data.a.c.contains('y') && data.d.endsWith('z')",
                "'Total: ' + string(data.total / 4 - 1)",
                "data.list[3].name < 'b' || data.x <= 1 || data.y >= 2.5"
            })
    void shouldLowerSimpleOperators(String source) {
        // When
        Optional<Expression> expression = read(source, LOOP);

        // Then
        assertThat(expression).isPresent();
        assertThat(expression.get().toString()).doesNotContain("Script");
        assertThat(findings.toList()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.list.exists(x, x > 1)",
                "data.a + data.b",
                "data.name.matches('^a+$')",
                "data.list.map(x, x.y)"
            })
    void shouldKeepTheRestAsWritten(String source) {
        // When
        Optional<Expression> expression = read(source, Bindings.NONE);

        // Then
        assertThat(expression).contains(new Expression.Script(source));
    }

    @Test
    void shouldComputeWhatIsKnown() {
        // When
        Optional<Expression> expression =
                read("1 + 2 * 3 > 6 && 'ab'.startsWith('a') && [1, 2].exists(x, x == 2)", Bindings.NONE);

        // Then
        assertThat(expression).contains(Expression.TRUE);
    }

    @Test
    void shouldPutParametersInTheirPlaces() {
        // Given
        Argument title = expressions.argument(item(0, "name"), Optional.of("item.name"), PLACE, LOOP);
        Argument big = Expressions.argument(new Constant.Single(new Option(Option.Type.TRUE, "")), LOOP);
        Bindings inside = LOOP.with(Map.of("title", title, "big", big)).inLoop();

        // When
        Optional<Expression> lowered = read("params.title", inside);
        Optional<Expression> deeper = read("params.title.first", inside);
        Optional<Expression> kept = read("data.tags.exists(t, t == params.title && params.big)", inside);

        // Then
        assertThat(lowered).contains(item(1, "name"));
        assertThat(deeper).contains(item(1, "name", "first"));
        assertThat(kept.map(Object::toString).orElse(""))
                .contains("cel.bind(item, item_1, ")
                .contains("data.tags.exists(t, t == params.title && params.big)");
    }

    @Test
    void shouldKnowMembersOfKnownParameters() {
        // Given
        Constant user =
                new Constant.Members(Map.of("name", new Constant.Single(new Option(Option.Type.STRING, "Ada"))));
        Bindings bindings = Bindings.NONE.with(Map.of("user", Expressions.argument(user, Bindings.NONE)));

        // When
        Optional<Expression> name = read("params.user.name", bindings);

        // Then
        assertThat(name).contains(known(Option.Type.STRING, "Ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"data.", "1 +", "item.name", "index", "params.nobody", "nobody", "'a' + 1", "cel.bind(a, 1, a)"})
    void shouldExplainWhatIsWrong(String source) {
        // When
        Optional<Expression> expression = read(source, Bindings.NONE);

        // Then
        assertThat(expression).isEmpty();
        assertThat(findings.hasErrors()).isTrue();
        assertThat(findings.toList())
                .allSatisfy(finding -> assertThat(finding.line()).isEqualTo(3));
    }

    @Test
    void shouldSayWhereInTheExpression() {
        // When
        read("data.a +* 2", Bindings.NONE);

        // Then
        assertThat(findings.toList().getFirst().message()).contains("at character 9");
    }

    @Test
    void shouldRefuseLongExpressions() {
        // When
        Optional<Expression> expression = read("data." + "a".repeat(5_000), Bindings.NONE);

        // Then
        assertThat(expression).isEmpty();
        assertThat(findings.toList()).singleElement().satisfies(finding -> assertThat(finding.code())
                .isEqualTo("expression-too-long"));
    }

    @Test
    void shouldRefuseValuesThatDouble() {
        // When
        Optional<Expression> expression = read("[data]" + ".map(a, [a, a])".repeat(12), Bindings.NONE);

        // Then
        assertThat(expression).isEmpty();
        assertThat(findings.toList()).singleElement().satisfies(finding -> assertThat(finding.code())
                .isEqualTo("expression-too-costly"));
    }

    @Test
    void shouldRefuseLoopsWithinLoopsWithinLoops() {
        // Given
        String two = "data.a.exists(a, data.b.exists(b, a == b))";

        // When
        Optional<Expression> three = read("data.c.exists(c, %s && c == 1)".formatted(two), Bindings.NONE);

        // Then
        assertThat(read(two, Bindings.NONE)).isPresent();
        assertThat(three).isEmpty();
        assertThat(findings.toList()).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("at most 1000000 steps", "fewer loops"));
    }

    @Test
    void shouldKnowTheItemsOfListsThatAreWrittenOut() {
        // Given
        Argument name = expressions.argument(item(0, "name"), Optional.of("item.name"), PLACE, LOOP);
        Bindings second = LOOP.at(name, 1);

        // When
        Optional<Expression> lowered = read("item.first", second);
        Optional<Expression> deeper = read("item.first", second.inLoop());
        Optional<Expression> index = read("index", second);
        Optional<Expression> kept = read("data.tags.exists(t, t == item && index > 0)", second);

        // Then
        assertThat(lowered).contains(item(0, "name", "first"));
        assertThat(deeper).contains(item(0, "first"));
        assertThat(index).contains(known(Option.Type.NUMBER, "1"));
        assertThat(kept.map(Object::toString).orElse("")).contains("cel.bind(item, item.name, cel.bind(index, 1, ");
    }

    @Test
    void shouldRefuseDeepExpressions() {
        // When
        Optional<Expression> expression = read("(".repeat(500) + "1" + ")".repeat(500), Bindings.NONE);

        // Then
        assertThat(expression).isEmpty();
        assertThat(findings.hasErrors()).isTrue();
    }
}
