package dev.platen.engine.theme;

import dev.platen.contract.plan.Role;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads the file of a theme. Roles are named in lower case with hyphens. A file that breaks a rule is a defect of ours. */
final class ThemeReader {
    private static final String CLASSES = "-?[A-Za-z_][A-Za-z0-9_-]*( -?[A-Za-z_][A-Za-z0-9_-]*)*";

    private ThemeReader() {}

    /**
     * Reads one.
     *
     * @param others themes whose classes it may take over, by their names
     */
    static Theme read(String name, ObjectValue file, Map<String, Theme> others) {
        List<String> stylesheets = assets(file, "stylesheets");
        List<String> rightToLeft =
                file.members().containsKey("rightToLeft") ? assets(file, "rightToLeft") : stylesheets;
        return new Theme(name, stylesheets, rightToLeft, assets(file, "scripts"), classes(file, others));
    }

    private static List<String> assets(ObjectValue file, String member) {
        return file.member(member).map(ThemeReader::names).orElse(List.of());
    }

    private static List<String> names(Value value) {
        if (!(value instanceof ArrayValue list)) {
            throw wrong(value, "a list of names of files");
        }
        return list.items().stream().map(ThemeReader::text).toList();
    }

    private static Map<Role, String> classes(ObjectValue file, Map<String, Theme> others) {
        Map<Role, String> classes = new EnumMap<>(Role.class);
        file.member("like")
                .ifPresent(name -> classes.putAll(Objects.requireNonNull(others.get(text(name)), "a theme before it")
                        .byRole()));
        file.member("classes").ifPresent(value -> {
            if (!(value instanceof ObjectValue byRole)) {
                throw wrong(value, "an object of roles");
            }
            byRole.members().forEach((role, tokens) -> classes.put(role(role), tokens(tokens)));
        });
        return classes;
    }

    private static Role role(String name) {
        return Role.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String tokens(Value value) {
        String text = text(value);
        if (!text.matches(CLASSES)) {
            throw wrong(value, "classes separated by single spaces");
        }
        return text;
    }

    private static String text(Value value) {
        if (value instanceof StringValue(var _, String text)) {
            return text;
        }
        throw wrong(value, "a text");
    }

    private static IllegalStateException wrong(Value value, String expected) {
        return new IllegalStateException(
                "%s of a theme must be %s, found %s".formatted(value.place(), expected, value));
    }
}
