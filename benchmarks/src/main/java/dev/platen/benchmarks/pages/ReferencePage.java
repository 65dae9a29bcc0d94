package dev.platen.benchmarks.pages;

import dev.platen.benchmarks.pages.Dashboard.Card;
import dev.platen.benchmarks.pages.Dashboard.Section;
import dev.platen.benchmarks.pages.Stocks.Stock;
import dev.platen.benchmarks.pages.Table.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages put together from strings: slow, short, and what every engine must write too. */
final class ReferencePage {
    private ReferencePage() {}

    static String of(Model model) {
        return switch (model) {
            case Stocks stocks ->
                shell(
                        "Stock prices",
                        table(
                                List.of("Number", "Symbol", "Company", "Price", "Change"),
                                each(stocks.stocks(), ReferencePage::stock)));
            case Dashboard dashboard -> shell("Dashboard", each(dashboard.sections(), ReferencePage::section));
            case Table table -> shell("Table", table(List.of("Id", "Name"), each(table.rows(), ReferencePage::row)));
        };
    }

    private static String shell(String title, String content) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><main><h1>" + title + "</h1>" + content + "</main></body></html>";
    }

    private static String table(List<String> columns, String rows) {
        return "<table><thead><tr>" + each(columns, column -> "<th scope=\"col\">" + column + "</th>")
                + "</tr></thead><tbody>" + rows + "</tbody></table>";
    }

    private static String stock(Stock stock) {
        return "<tr><td>" + stock.number() + "</td><td><a href=\"" + stock.url() + "\">" + stock.symbol()
                + "</a></td><td>" + escaped(stock.company()) + "</td><td><strong>" + stock.price()
                + "</strong></td><td>" + (stock.falling() ? "<span class=\"falling\">falling</span> " : "")
                + stock.change() + "</td></tr>";
    }

    private static String section(Section section) {
        return "<section><h2>" + escaped(section.title()) + "</h2>" + each(section.cards(), ReferencePage::card)
                + "</section>";
    }

    private static String card(Card card) {
        return "<article class=\"card\"><h3>" + escaped(card.title()) + "</h3><span class=\"badge\">"
                + escaped(card.status()) + "</span><p>" + escaped(card.text()) + "</p><p class=\"stat\">"
                + card.figure() + "</p><a href=\"" + card.url() + "\">More</a>"
                + (card.alarming() ? "<p role=\"alert\">" + escaped(card.warning()) + "</p>" : "") + "</article>";
    }

    private static String row(Row row) {
        return "<tr><td>" + row.id() + "</td><td>" + row.name() + "</td></tr>";
    }

    private static <T> String each(List<T> items, Function<T, String> write) {
        return items.stream().map(write).collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
