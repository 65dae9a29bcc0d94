package dev.platen.benchmarks.pages;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * A list of stocks. Public because compiled templates read it.
 *
 * @param stocks in order
 */
@JStache(path = "dev/platen/benchmarks/pages/stocks.mustache")
public record Stocks(List<Stock> stocks) implements Model {
    /** Copies the list. */
    public Stocks {
        stocks = List.copyOf(stocks);
    }

    /** A stock; {@code isFalling} where its price went down. */
    public record Stock(
            int number, String symbol, String url, String company, double price, double change, boolean falling) {}
}
