package dev.platen.engine.render;

import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.html.HtmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page says about parts by their ids: errors, and what people chose. Not thread-safe; used for one rendering. */
final class Remarks {
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,7}(?![0-9])");

    private final View view;
    private final HtmlOutput path;
    private final byte[] segments;
    private final HtmlOutput out;
    /** The ids as they are built up while rendering: escaped. */
    private final Map<String, List<String>> errors;

    private final Map<String, Integer> choices;
    private final Set<String> open;

    Remarks(View view, HtmlOutput path, byte[] segments, HtmlOutput out) {
        this.view = view;
        this.path = path;
        this.segments = segments;
        this.out = out;
        this.errors = byEscapedId(view.errors());
        this.choices = byEscapedId(view.choices());
        this.open = view.open().isEmpty()
                ? view.open()
                : view.open().stream().map(HtmlWriter::escapedAttribute).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Map<String, T> byEscapedId(Map<String, T> byId) {
        if (byId.isEmpty()) {
            return Map.of();
        }
        Map<String, T> escaped = new HashMap<>();
        byId.forEach((id, value) -> escaped.put(HtmlWriter.escapedAttribute(id), value));
        return escaped;
    }

    /** Whether something is wrong with the part of that id. */
    boolean has(int offset, int length) {
        return !errors.isEmpty() && errors.containsKey(id(offset, length));
    }

    /** Writes what is wrong with the part of that id. */
    void list(int offset, int length) {
        List<String> messages = errors.getOrDefault(id(offset, length), List.of());
        out.markup(HtmlWriter.capture(html -> messages.forEach(message -> html.element(Element.LI, message))));
    }

    /** Gives the focus to the part of that id, if it is to have it: a browser that has lost its place finds it again. */
    void focus(int offset, int length) {
        if (!view.focus().isEmpty() && view.focus().equals(plainId(offset, length))) {
            out.markup(HtmlWriter.capture(
                    html -> html.attribute(Attribute.TABINDEX, "-1").flag(Attribute.AUTOFOCUS)));
        }
    }

    /** Writes all that is wrong, each leading to its place. */
    void summary() {
        out.markup(HtmlWriter.capture(html -> view.errors()
                .forEach((id, messages) -> messages.forEach(message -> html.open(Element.LI)
                        .inside()
                        .open(Element.A)
                        .begin(Attribute.HREF)
                        .attributeText("#" + id)
                        .end()
                        .inside()
                        .text(message)
                        .close(Element.A)
                        .close(Element.LI)))));
    }

    /** The number of the form that people chose, or -1. */
    int choice(int offset, int length) {
        return choices.isEmpty() ? -1 : choices.getOrDefault(id(offset, length), -1);
    }

    boolean isOpen(int offset, int length) {
        return !open.isEmpty() && open.contains(id(offset, length));
    }

    /** Whether nothing is to be loaded late. */
    boolean isAllOpen() {
        return open.contains(View.ALL);
    }

    /** The page of a long list that people turned to. */
    int page(String list) {
        return view.pages().getOrDefault(list, 0);
    }

    /** The ids of what is wrong within the items of a list. */
    Stream<String> wrongWithin(String list) {
        return view.errors().keySet().stream().filter(id -> index(list, id) >= 0);
    }

    /** The indexes of the items of a list with which something is wrong, in order. */
    List<Integer> wrongItems(String list) {
        return wrongWithin(list).map(id -> index(list, id)).sorted().distinct().toList();
    }

    /** The index of the item that the id leads into, or -1. */
    static int index(String list, String id) {
        if (!id.startsWith(list + "_")) {
            return -1;
        }
        Matcher index = INDEX.matcher(id).region(list.length() + 1, id.length());
        return index.lookingAt() ? Integer.parseInt(index.group()) : -1;
    }

    /** The path with the segment, as an id. */
    String plainId(int offset, int length) {
        return HtmlWriter.unescapedAttribute(id(offset, length));
    }

    private String id(int offset, int length) {
        return new String(path.bytes(), 0, path.size(), StandardCharsets.UTF_8)
                + new String(segments, offset, length, StandardCharsets.UTF_8);
    }
}
