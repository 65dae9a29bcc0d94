package dev.platen.benchmarks.pages;

/** The data of a page. */
public sealed interface Model permits Stocks, Dashboard, Table {
    /** The data of the page with this name. */
    static Model named(String page) {
        return switch (page) {
            case "stocks" -> Models.stocks();
            case "dashboard" -> Models.dashboard();
            case "table" -> Models.table();
            default -> throw new IllegalArgumentException("no page is called '%s'".formatted(page));
        };
    }
}
