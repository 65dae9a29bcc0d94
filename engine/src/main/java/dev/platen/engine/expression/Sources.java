package dev.platen.engine.expression;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Option;
import dev.platen.engine.expression.Bindings.Argument;
import dev.platen.engine.script.Language;
import java.util.Map;
import java.util.stream.Collectors;

/** Expressions as text, put together from others. */
final class Sources {
    private Sources() {}

    /** The source within so many more loops. The outermost binding is that of the innermost name, so that none hides what another needs. */
    static String shifted(String source, int loops) {
        if (loops == 0) {
            return source;
        }
        String shifted = source;
        for (int outward = Language.LOOPS - 1 - loops; outward >= 0; outward--) {
            shifted = bound(
                    Language.item(outward),
                    Language.item(outward + loops),
                    bound(Language.index(outward), Language.index(outward + loops), shifted));
        }
        return shifted;
    }

    /** The source with everything that is known here standing in it, so that it means the same elsewhere. */
    static String closed(String source, Bindings bindings) {
        return bindings.parameters().isEmpty()
                ? withItem(source, bindings)
                : withParameters(withItem(source, bindings), bindings);
    }

    /** The source with {@code item} and {@code index} standing for what they are known to be. */
    static String withItem(String source, Bindings bindings) {
        Argument item = bindings.item();
        return item == null
                ? source
                : bound(
                        Language.item(0),
                        shifted(item.source(), bindings.depth() - item.depth()),
                        bound(Language.index(0), Integer.toString(bindings.position()), source));
    }

    /** The source with {@code params} standing for these. */
    static String withParameters(String source, Bindings bindings) {
        String members = bindings.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> quoted(entry.getKey()) + ": "
                        + shifted(
                                entry.getValue().source(),
                                bindings.depth() - entry.getValue().depth()))
                .collect(Collectors.joining(", "));
        return bound("params", "{" + members + "}", source);
    }

    private static String bound(String name, String value, String body) {
        return "cel.bind(" + name + ", " + value + ", " + body + ")";
    }

    /** A value as an expression. */
    static String of(Constant constant) {
        return switch (constant) {
            case Constant.Single single -> single(single.option());
            case Constant.Items items ->
                items.items().stream().map(Sources::of).collect(Collectors.joining(", ", "[", "]"));
            case Constant.Members members ->
                members.members().entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + of(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String single(Option option) {
        return switch (option.type()) {
            case STRING, JSON -> quoted(option.value());
            case NUMBER -> option.value().replace("E+", "e").replace('E', 'e');
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c == 0x7f) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
