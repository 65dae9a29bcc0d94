package dev.platen.benchmarks.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.benchmarks.render.Order.Party;
import dev.platen.benchmarks.render.Order.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Orders of any size, the same every time. Large ones have longer remarks rather than more rows than a page shows. About one value in eight needs escaping and one in eight is not ASCII; no
 * value holds {@code >}, which Platen escapes in attributes and JTE, as safely, does not.
 */
final class Orders {
    private static final long SEED = 20_260_101;
    /** What rows with short remarks can fill. */
    private static final int PLAIN_BYTES = 10_000;
    /** For less than a hundred rows. */
    private static final int BYTES_PER_WORD = 600;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> WORDS =
            List.of("copper", "gasket", "Müller", "ring", "bolt & nut", "valve", "sleeve", "3/4\" pipe", "flange");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "GB", "JP");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    /** Words that a remark has beyond a few. */
    private final int moreWords;

    private Orders(int bytes) {
        this.moreWords = Math.max(0, bytes - PLAIN_BYTES) / BYTES_PER_WORD;
    }

    /** An order with at least one row, of at least so many bytes of JSON. */
    static Order ofSize(int bytes) {
        Orders orders = new Orders(bytes);
        List<Row> rows = new ArrayList<>(List.of(orders.row()));
        Order order = new Order(
                orders.party(), orders.party(), orders.party(), orders.party(), orders.party(), List.copyOf(rows));
        int size = json(order).length;
        while (size < bytes) {
            Row row = orders.row();
            rows.add(row);
            size += json(row).length + 1;
        }
        return new Order(order.contact(), order.billing(), order.shipping(), order.pickup(), order.returns(), rows);
    }

    static byte[] json(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records of strings and numbers are always JSON", impossible);
        }
    }

    private Party party() {
        return new Party(
                words(2),
                words(2),
                words(1) + " " + random.nextInt(1, 200),
                Integer.toString(random.nextInt(10_000, 99_999)),
                words(1),
                COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                "someone" + random.nextInt(1_000) + "@example.org",
                random.nextBoolean());
    }

    private Row row() {
        return new Row(
                words(2),
                words(3 + random.nextInt(4) + moreWords),
                random.nextInt(1, 500),
                random.nextInt(100, 99_999) / 100.0,
                random.nextBoolean());
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }
}
