package dev.platen.engine.jsonschema;

import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The order of an object's members: that of the schema, rearranged by {@code ui:order}. */
final class Order {
    private static final String WILDCARD = "*";

    private Order() {}

    /**
     * The names in the order of the form. Names that the schema does not have are left out.
     *
     * @param own the names that must be listed where there is no wildcard
     * @param names these, and those that conditions add
     */
    static List<String> of(Set<String> own, Set<String> names, Ui ui) {
        if (!ui.options().has("order")) {
            return List.copyOf(names);
        }
        List<StringValue> order = ui.options().texts("order");
        Set<String> listed = new LinkedHashSet<>();
        order.forEach(name -> listed.add(name.text()));
        List<String> rest =
                names.stream().filter(name -> !listed.contains(name)).toList();
        List<String> missing = rest.stream().filter(own::contains).toList();
        if (!missing.isEmpty() && !listed.contains(WILDCARD)) {
            ui.findings()
                    .error(
                            ui.node().place(),
                            "order-incomplete",
                            "'ui:order' must name every property or contain '*', it misses %s".formatted(missing));
            return List.copyOf(names);
        }
        List<String> ordered = new ArrayList<>();
        for (String name : listed) {
            if (name.equals(WILDCARD) && !names.contains(WILDCARD)) {
                ordered.addAll(rest);
            } else if (names.contains(name)) {
                ordered.add(name);
            }
        }
        names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        return ordered;
    }
}
