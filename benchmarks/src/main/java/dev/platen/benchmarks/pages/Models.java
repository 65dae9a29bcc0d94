package dev.platen.benchmarks.pages;

import dev.platen.benchmarks.pages.Dashboard.Card;
import dev.platen.benchmarks.pages.Dashboard.Section;
import dev.platen.benchmarks.pages.Stocks.Stock;
import dev.platen.benchmarks.pages.Table.Row;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * The data of the pages, the same every time. Texts hold {@code &} and {@code <}, which every engine escapes alike, and
 * letters beyond ASCII.
 */
public final class Models {
    private static final long SEED = 20_260_102;
    private static final List<String> WORDS =
            List.of("Copper", "Müller", "R & D", "Northern", "Valve", "Łódź", "Holding", "x < y", "Flange", "Trust");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private Models() {}

    /** Twenty stocks. */
    public static Stocks stocks() {
        Models models = new Models();
        return new Stocks(IntStream.rangeClosed(1, 20).mapToObj(models::stock).toList());
    }

    /** Four sections of seven cards: with what is in them, about two hundred nodes. */
    public static Dashboard dashboard() {
        Models models = new Models();
        return new Dashboard(
                IntStream.range(0, 4).mapToObj(_ -> models.section()).toList());
    }

    /** A thousand rows. */
    public static Table table() {
        Models models = new Models();
        return new Table(IntStream.range(0, 1_000).mapToObj(_ -> models.row()).toList());
    }

    private Stock stock(int number) {
        double change = random.nextInt(-999, 999) / 100.0;
        String symbol = "S" + random.nextInt(100, 999);
        return new Stock(
                number,
                symbol,
                "/stocks/" + symbol,
                words(3),
                random.nextInt(1_000, 99_999) / 100.0,
                change,
                change < 0);
    }

    private Section section() {
        return new Section(words(2), IntStream.range(0, 7).mapToObj(_ -> card()).toList());
    }

    private Card card() {
        return new Card(
                words(2),
                WORDS.get(random.nextInt(WORDS.size())),
                words(8),
                random.nextInt(10_000),
                "/cards/" + random.nextInt(10_000),
                random.nextInt(4) == 0,
                words(4));
    }

    private Row row() {
        return new Row(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private String words(int count) {
        return String.join(
                " ", random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).toList());
    }
}
