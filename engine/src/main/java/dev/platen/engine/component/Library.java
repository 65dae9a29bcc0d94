package dev.platen.engine.component;

import static dev.platen.engine.component.Property.choice;
import static dev.platen.engine.component.Property.of;
import static dev.platen.engine.component.Property.required;

import dev.platen.engine.component.Blueprint.Builder;
import dev.platen.engine.component.Property.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The components that every document can use. */
final class Library {
    private static final Map<String, Blueprint> COMPONENTS = new LinkedHashMap<>();

    static {
        add("page", Layouts::page, of("title", Kind.TEXT), of("description", Kind.TEXT));
        add("section", Layouts::section, of("title", Kind.TEXT), of("description", Kind.TEXT));
        add("fragment", Layouts::fragment);
        add("grid", Layouts::grid);
        add("card", Layouts::card, of("title", Kind.TEXT));
        add("tabs", Layouts::tabs);
        add("heading", Texts::heading, of("text", Kind.TEXT), of("level", Kind.COUNT));
        add("text", Texts::text, of("text", Kind.TEXT));
        add("badge", Texts::badge, of("text", Kind.TEXT));
        add(
                "alert",
                Texts::alert,
                of("text", Kind.TEXT),
                of("title", Kind.TEXT),
                choice("kind", "info", "success", "warning", "error"));
        add("stat", Texts::stat, required("label", Kind.TEXT), required("value", Kind.TEXT));
        add("link", Links::link, required("href", Kind.TEXT), of("text", Kind.TEXT));
        add(
                "button",
                Links::button,
                of("text", Kind.TEXT),
                of("href", Kind.TEXT),
                of("name", Kind.TEXT),
                of("value", Kind.TEXT),
                of("disabled", Kind.FLAG),
                choice("kind", "primary", "plain"));
        add(
                "image",
                Links::image,
                required("src", Kind.TEXT),
                required("alt", Kind.TEXT),
                of("width", Kind.COUNT),
                of("height", Kind.COUNT));
        add("nav", Links::nav, required("label", Kind.TEXT), required("items", Kind.ARRAY));
        add("modal", Layouts::modal, required("title", Kind.TEXT));
        add("list", Tables::list, of("items", Kind.LIST), of("ordered", Kind.FLAG), of("empty", Kind.TEXT));
        add(
                "table",
                Tables::table,
                of("caption", Kind.TEXT),
                required("columns", Kind.ARRAY),
                required("rows", Kind.LIST),
                of("empty", Kind.TEXT));
    }

    private Library() {}

    private static void add(String name, Builder builder, Property... properties) {
        COMPONENTS.put(name, new Blueprint(List.of(properties), builder));
    }

    static Optional<Blueprint> find(String name) {
        return Optional.ofNullable(COMPONENTS.get(name));
    }

    static Set<String> names() {
        return COMPONENTS.keySet();
    }
}
