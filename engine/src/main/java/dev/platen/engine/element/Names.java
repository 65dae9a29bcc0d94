package dev.platen.engine.element;

import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which names of a document are names of HTML here. */
final class Names {
    /** What is around or beside the content of a page. */
    private static final Set<String> OF_THE_PAGE =
            Set.of("html", "head", "title", "body", "meta", "link", "script", "style");

    private static final Map<String, Element> ELEMENTS = Arrays.stream(Element.values())
            .filter(element -> !OF_THE_PAGE.contains(printed(element)) && !element.isOfDrawing())
            .collect(Collectors.toMap(Names::printed, Function.identity()));

    private static final Map<String, Attribute> ATTRIBUTES =
            Arrays.stream(Attribute.values()).collect(Collectors.toMap(Names::printed, Function.identity()));

    private Names() {}

    private static String printed(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Element> element(String name) {
        return Optional.ofNullable(ELEMENTS.get(name));
    }

    /** Only {@code className} is called otherwise in a document. */
    static Optional<Attribute> attribute(String name) {
        return name.equals("className") ? Optional.of(Attribute.CLASS) : Optional.ofNullable(ATTRIBUTES.get(name));
    }
}
