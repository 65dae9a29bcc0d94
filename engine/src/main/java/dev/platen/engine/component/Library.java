package dev.platen.engine.component;

import static dev.platen.engine.component.Property.choice;
import static dev.platen.engine.component.Property.required;

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
        add("page", Layouts::page, Property.of("title", Kind.TEXT), Property.of("description", Kind.TEXT));
        add("section", Layouts::section, Property.of("title", Kind.TEXT), Property.of("description", Kind.TEXT));
        add("fragment", Layouts::fragment);
        add("grid", Layouts::grid);
        add("card", Layouts::card, Property.of("title", Kind.TEXT));
        add("tabs", Layouts::tabs);
        add("heading", Texts::heading, Property.of("text", Kind.TEXT), Property.of("level", Kind.COUNT));
        add("text", Texts::text, Property.of("text", Kind.TEXT));
        add("badge", Texts::badge, Property.of("text", Kind.TEXT));
        add(
                "alert",
                Texts::alert,
                Property.of("text", Kind.TEXT),
                Property.of("title", Kind.TEXT),
                choice("kind", "info", "success", "warning", "error"));
        add("stat", Texts::stat, required("label", Kind.TEXT), required("value", Kind.TEXT));
        add("link", Links::link, required("href", Kind.TEXT), Property.of("text", Kind.TEXT));
        add(
                "button",
                Links::button,
                Property.of("text", Kind.TEXT),
                Property.of("href", Kind.TEXT),
                Property.of("name", Kind.TEXT),
                Property.of("value", Kind.TEXT),
                Property.of("disabled", Kind.FLAG),
                choice("kind", "primary", "plain"));
        add(
                "image",
                Links::image,
                required("src", Kind.TEXT),
                required("alt", Kind.TEXT),
                Property.of("width", Kind.COUNT),
                Property.of("height", Kind.COUNT));
        add("nav", Links::nav, required("label", Kind.TEXT), required("items", Kind.ARRAY));
        add("modal", Layouts::modal, required("title", Kind.TEXT));
        add(
                "list",
                Tables::list,
                Property.of("items", Kind.LIST),
                Property.of("ordered", Kind.FLAG),
                Property.of("empty", Kind.TEXT));
        add(
                "table",
                Tables::table,
                Property.of("caption", Kind.TEXT),
                required("columns", Kind.ARRAY),
                required("rows", Kind.LIST),
                Property.of("empty", Kind.TEXT));
        add("form", Forms::form, Property.of("submit", Kind.TEXT));
        add("fields", Forms::fields, Property.of("names", Kind.ARRAY));
        add(
                "chart",
                Figures::chart,
                choice("kind", "bar", "line", "area", "pie", "donut"),
                required("title", Kind.TEXT),
                Property.of("description", Kind.TEXT),
                required("rows", Kind.LIST),
                required("label", Kind.EXPRESSION),
                Property.of("value", Kind.EXPRESSION),
                Property.of("series", Kind.ARRAY));
    }

    private Library() {}

    private static void add(String name, Blueprint.Builder builder, Property... properties) {
        COMPONENTS.put(name, new Blueprint(List.of(properties), builder));
    }

    static Optional<Blueprint> find(String name) {
        return Optional.ofNullable(COMPONENTS.get(name));
    }

    static Set<String> names() {
        return COMPONENTS.keySet();
    }
}
