package dev.platen.gateway.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The documents of {@code examples/}, which the build puts beside this class. */
final class Examples {
    static final List<String> NAMES = List.of(
            "sign-up",
            "checkout",
            "job-application",
            "settings",
            "feedback",
            "order",
            "address-book",
            "org-chart",
            "inventory",
            "survey",
            "wizard",
            "dashboard",
            "order-table",
            "contact",
            "event");

    private Examples() {}

    /**
     * One of them.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static byte[] find(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("there is no example '%s'; there are %s".formatted(name, NAMES));
        }
        try (InputStream stream = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("the example %s is missing from the class path".formatted(name));
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("the example %s cannot be read".formatted(name), failure);
        }
    }
}
