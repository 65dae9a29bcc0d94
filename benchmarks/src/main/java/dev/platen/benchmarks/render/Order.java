package dev.platen.benchmarks.render;

import java.util.List;

/**
 * The data of the page, typed: five parties of eight fields, and rows. Public because compiled templates read it.
 *
 * @param contact who to ask
 * @param billing who pays
 * @param shipping where it goes
 * @param pickup where it comes from
 * @param returns where it goes back to
 * @param rows what is ordered
 */
public record Order(Party contact, Party billing, Party shipping, Party pickup, Party returns, List<Row> rows) {
    /** Copies the list. */
    public Order {
        rows = List.copyOf(rows);
    }

    /** Somebody with an address. */
    public record Party(
            String name,
            String company,
            String street,
            String postcode,
            String city,
            String country,
            String email,
            boolean news) {}

    /** Something that is ordered. */
    public record Row(String article, String remark, int quantity, double price, boolean gift) {}
}
