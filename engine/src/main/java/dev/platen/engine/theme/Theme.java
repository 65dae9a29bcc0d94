package dev.platen.engine.theme;

import dev.platen.contract.plan.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How pages look, as data: a theme decides neither elements nor their order. Immutable.
 *
 * @param name as callers ask for it
 * @param stylesheets names of the files for pages that run from left to right, served under the base of assets, in order
 * @param rightToLeft names of the files for pages that run from right to left; often the same
 * @param scripts names of the files of scripts, which no page needs in order to work
 * @param byRole the classes of each role, separated by spaces
 */
public record Theme(
        String name,
        List<String> stylesheets,
        List<String> rightToLeft,
        List<String> scripts,
        Map<Role, String> byRole) {
    /** Keeps copies. */
    public Theme {
        stylesheets = List.copyOf(stylesheets);
        rightToLeft = List.copyOf(rightToLeft);
        scripts = List.copyOf(scripts);
        Map<Role, String> copy = new EnumMap<>(Role.class);
        copy.putAll(byRole);
        byRole = Collections.unmodifiableMap(copy);
    }

    /** The classes of elements of this role, separated by spaces; empty where there are none. */
    public String classes(Role role) {
        return byRole.getOrDefault(role, "");
    }
}
