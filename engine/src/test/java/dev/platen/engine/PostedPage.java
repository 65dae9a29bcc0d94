package dev.platen.engine;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.engine.Post.Chosen;
import dev.platen.engine.Post.Entry;
import dev.platen.engine.Post.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in a browser without scripts: its controls with what they show, and what is posted by pressing a button, all as
 * the HTML standard says. Controls can be changed in between.
 */
final class PostedPage {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z-]+(?:=\"[^\"<>]*\")?)*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)(?:=\"([^\"<>]*)\")?");
    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Map<String, Pattern> FORMATS = Map.of(
            "number", NUMBER,
            "date", Pattern.compile("[0-9]{4,}-[0-9]{2}-[0-9]{2}"),
            "month", Pattern.compile("[0-9]{4,}-[0-9]{2}"),
            "week", Pattern.compile("[0-9]{4,}-W[0-9]{2}"),
            "time", Pattern.compile("[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,3})?)?"),
            "datetime-local",
                    Pattern.compile(
                            "[0-9]{4,}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,3})?)?"));

    private final List<Control> controls = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();
    private final Map<String, List<Chosen>> chosen = new HashMap<>();
    private boolean isMultipart;

    private PostedPage() {}

    /** A button that posts the form, with what it adds; the name is empty for the one that submits. */
    record Button(String name, String value) {}

    /** One option of a control. */
    private record Choice(String value, boolean isDisabled) {}

    /** One control; what it posts are the values. */
    private static final class Control {
        private final String name;
        private final String type;
        private final boolean isDisabled;
        private final List<Choice> options = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        Control(String name, String type, boolean isDisabled) {
            this.name = name;
            this.type = type;
            this.isDisabled = isDisabled;
        }
    }

    static PostedPage of(String html) {
        PostedPage page = new PostedPage();
        Reader reader = page.new Reader(html);
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            reader.read(tag.group(2), !tag.group(1).isEmpty(), attributes(tag.group(3)), tag.end());
        }
        return page;
    }

    /** Takes in the tags in the order of the page. */
    private final class Reader {
        private final String html;
        private final List<Boolean> fieldsets = new ArrayList<>();
        private boolean isGroupDisabled;
        private Control select = new Control("", "", true);

        Reader(String html) {
            this.html = html;
        }

        void read(String tag, boolean isEnd, Map<String, String> attributes, int end) {
            boolean isDisabled = attributes.containsKey("disabled") || fieldsets.contains(true);
            String name = attributes.getOrDefault("name", "");
            if (isEnd) {
                end(tag);
                return;
            }
            switch (tag) {
                case "form" -> isMultipart = FormEncoding.MULTIPART.equals(attributes.get("enctype"));
                case "fieldset" -> fieldsets.add(attributes.containsKey("disabled"));
                case "input" -> input(name, attributes, isDisabled);
                case "textarea" -> area(name, isDisabled, html.substring(end, html.indexOf("</textarea>", end)));
                case "select" -> {
                    String type = attributes.containsKey("multiple") ? "select-multiple" : "select";
                    select = add(name, type, isDisabled);
                }
                case "optgroup" -> isGroupDisabled = attributes.containsKey("disabled");
                case "option" -> option(select, attributes, isGroupDisabled);
                case "button" -> {
                    if (!isDisabled && "submit".equals(attributes.get("type"))) {
                        buttons.add(new Button(name, attributes.getOrDefault("value", "")));
                    }
                }
                default -> {}
            }
        }

        private void end(String tag) {
            switch (tag) {
                case "fieldset" -> fieldsets.removeLast();
                case "select" -> settle(select);
                case "optgroup" -> isGroupDisabled = false;
                default -> {}
            }
        }
    }

    private void area(String name, boolean isDisabled, String content) {
        add(name, "textarea", isDisabled).values.add(text(content.startsWith("\n") ? content.substring(1) : content));
    }

    private static void option(Control select, Map<String, String> attributes, boolean isGroupDisabled) {
        String value = attributes.getOrDefault("value", "");
        boolean isDisabled = isGroupDisabled || attributes.containsKey("disabled");
        select.options.add(new Choice(value, isDisabled));
        if (attributes.containsKey("selected") && !isDisabled) {
            if (select.type.equals("select")) {
                select.values.clear();
            }
            select.values.add(value);
        }
    }

    /** A menu in which nothing is selected shows its first option. */
    private static void settle(Control select) {
        if (select.type.equals("select") && select.values.isEmpty()) {
            select.options.stream()
                    .filter(option -> !option.isDisabled())
                    .findFirst()
                    .ifPresent(option -> select.values.add(option.value()));
        }
    }

    private void input(String name, Map<String, String> attributes, boolean isDisabled) {
        String type = attributes.getOrDefault("type", "text");
        String value = attributes.getOrDefault("value", "");
        if (type.equals("checkbox") || type.equals("radio")) {
            Control control = type.equals("radio")
                    ? radios(name, isDisabled)
                    : controls.stream()
                            .filter(other -> other.name.equals(name) && other.type.equals("checkbox"))
                            .findFirst()
                            .orElseGet(() -> add(name, "checkbox", false));
            control.options.add(new Choice(value, isDisabled));
            if (attributes.containsKey("checked") && !isDisabled) {
                if (type.equals("radio")) {
                    control.values.clear();
                }
                control.values.add(value);
            }
            return;
        }
        add(name, type, isDisabled).values.add(sanitized(type, value));
    }

    private Control radios(String name, boolean isDisabled) {
        return controls.stream()
                .filter(other -> other.name.equals(name) && other.type.equals("radio"))
                .findFirst()
                .orElseGet(() -> add(name, "radio", isDisabled));
    }

    private Control add(String name, String type, boolean isDisabled) {
        Control control = new Control(name, type, isDisabled);
        controls.add(control);
        return control;
    }

    private static String sanitized(String type, String value) {
        return switch (type) {
            case "hidden" -> value;
            case "file" -> "";
            case "url", "email" -> value.replaceAll("[\r\n]", "").strip();
            case "color" -> value.matches("#[0-9a-fA-F]{6}") ? value.toLowerCase(java.util.Locale.ROOT) : "#000000";
            case "range" -> NUMBER.matcher(value).matches() ? value : "50";
            default -> {
                Pattern format = FORMATS.get(type);
                String line = value.replaceAll("[\r\n]", "");
                yield format == null || format.matcher(line).matches() ? line : "";
            }
        };
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2) == null ? "" : text(attribute.group(2)));
        }
        return attributes;
    }

    private static String text(String markup) {
        return markup.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#13;", "\r")
                .replace("&amp;", "&");
    }

    /** The buttons that can be pressed. */
    List<Button> buttons() {
        return List.copyOf(buttons);
    }

    /** What the control of that name shows; empty where there is none. */
    Optional<String> shown(String name) {
        return controls.stream()
                .filter(control -> control.name.equals(name) && !control.type.equals("hidden"))
                .flatMap(control -> control.values.stream())
                .findFirst();
    }

    /** Enters something else. */
    PostedPage enter(String name, String... values) {
        Control control = controls.stream()
                .filter(other -> other.name.equals(name) && !other.type.equals("hidden") && !other.isDisabled)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no control " + name + " among " + names()));
        control.values.clear();
        control.values.addAll(List.of(values));
        return this;
    }

    /** The names of all controls, with what they post. */
    Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        controls.forEach(control ->
                names.computeIfAbsent(control.name, name -> new ArrayList<>()).addAll(control.values));
        return names;
    }

    /** Chooses files instead of those that were chosen. */
    PostedPage choose(String name, Chosen... files) {
        chosen.put(name, List.of(files));
        return this;
    }

    /** What is posted without pressing any of the buttons that change data. */
    Post post() {
        return post(new Button("", ""));
    }

    /** What is posted by pressing the button. */
    Post post(Button pressed) {
        List<Entry> entries = new ArrayList<>();
        for (Control control : controls) {
            if (control.isDisabled || control.name.isEmpty()) {
                continue;
            }
            if (control.type.equals("file")) {
                entries.addAll(chosen.getOrDefault(control.name, List.of(nothing(control.name))));
            } else {
                control.values.forEach(value -> entries.add(new Text(control.name, value)));
            }
        }
        if (!pressed.name().isEmpty()) {
            entries.add(new Text(pressed.name(), pressed.value()));
        }
        return isMultipart ? Post.multipart(entries) : Post.urlEncoded(entries);
    }

    private static Chosen nothing(String name) {
        return new Chosen(name, "", "application/octet-stream", new byte[0]);
    }
}
