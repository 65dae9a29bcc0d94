package dev.platen.benchmarks.pages;

import dev.platen.benchmarks.pages.Dashboard.Card;
import dev.platen.benchmarks.pages.Dashboard.Section;
import dev.platen.benchmarks.pages.Stocks.Stock;
import dev.platen.benchmarks.pages.Table.Row;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Qute with value resolvers like those that Quarkus generates when an application is built: a switch over names for each
 * type, no reflection. Thread-safe.
 */
final class QutePeer {
    private final Template template;

    QutePeer(String page) {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolvers(
                        new Resolver<>(Stocks.class, QutePeer::get),
                        new Resolver<>(Stock.class, QutePeer::get),
                        new Resolver<>(Dashboard.class, QutePeer::get),
                        new Resolver<>(Section.class, QutePeer::get),
                        new Resolver<>(Card.class, QutePeer::get),
                        new Resolver<>(Table.class, QutePeer::get),
                        new Resolver<>(Row.class, QutePeer::get))
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        template = engine.parse(Templates.read(page + ".qute"), Variant.forContentType(Variant.TEXT_HTML));
    }

    byte[] render(Model model) {
        return template.data("model", model).render().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the properties of one type; what is not one, is left to the other resolvers. */
    private record Resolver<T>(Class<T> type, BiFunction<T, String, @Nullable Object> get) implements ValueResolver {
        @Override
        public boolean appliesTo(EvalContext context) {
            return ValueResolver.matchClass(context, type);
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            Object value = get.apply(type.cast(context.getBase()), context.getName());
            return value == null ? Results.notFound(context) : CompletedStage.of(value);
        }
    }

    private static @Nullable Object get(Stocks stocks, String name) {
        return name.equals("stocks") ? stocks.stocks() : null;
    }

    private static @Nullable Object get(Stock stock, String name) {
        return switch (name) {
            case "number" -> stock.number();
            case "symbol" -> stock.symbol();
            case "url" -> stock.url();
            case "company" -> stock.company();
            case "price" -> stock.price();
            case "change" -> stock.change();
            case "falling" -> stock.falling();
            default -> null;
        };
    }

    private static @Nullable Object get(Dashboard dashboard, String name) {
        return name.equals("sections") ? dashboard.sections() : null;
    }

    private static @Nullable Object get(Section section, String name) {
        return switch (name) {
            case "title" -> section.title();
            case "cards" -> section.cards();
            default -> null;
        };
    }

    private static @Nullable Object get(Card card, String name) {
        return switch (name) {
            case "title" -> card.title();
            case "status" -> card.status();
            case "text" -> card.text();
            case "figure" -> card.figure();
            case "url" -> card.url();
            case "alarming" -> card.alarming();
            case "warning" -> card.warning();
            default -> null;
        };
    }

    private static @Nullable Object get(Table table, String name) {
        return name.equals("rows") ? table.rows() : null;
    }

    private static @Nullable Object get(Row row, String name) {
        return switch (name) {
            case "id" -> row.id();
            case "name" -> row.name();
            default -> null;
        };
    }
}
