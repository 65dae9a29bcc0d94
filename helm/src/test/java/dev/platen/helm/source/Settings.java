package dev.platen.helm.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The settings that the services declare with {@code @ConfigMapping}. */
public final class Settings {
    private final Set<String> keys = new TreeSet<>();

    private Settings() {}

    /** Every key, such as {@code platen.cache-client.servers}. */
    public static Set<String> keys() throws IOException {
        Settings settings = new Settings();
        Sources.containing("@ConfigMapping").stream()
                .flatMap(unit -> unit.getTypeDecls().stream())
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .forEach(settings::mapping);
        return settings.keys;
    }

    /** The environment variable that sets a key, by the rule of MicroProfile Config. */
    public static String environmentVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private void mapping(ClassTree type) {
        annotation(type.getModifiers(), "ConfigMapping", "prefix").ifPresent(prefix -> members(type, prefix));
    }

    private void members(ClassTree type, String prefix) {
        Map<String, ClassTree> groups = type.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .collect(Collectors.toMap(group -> group.getSimpleName().toString(), Function.identity()));
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                String name = annotation(method.getModifiers(), "WithName", "value")
                        .orElseGet(() -> kebabCase(method.getName().toString()));
                String key = prefix + "." + name;
                ClassTree group = groups.get(String.valueOf(method.getReturnType()));
                if (group == null) {
                    keys.add(key);
                } else {
                    members(group, key);
                }
            }
        }
    }

    private static String kebabCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> annotation(ModifiersTree modifiers, String annotation, String attribute) {
        return modifiers.getAnnotations().stream()
                .filter(found -> found.getAnnotationType().toString().equals(annotation))
                .map(AnnotationTree::getArguments)
                .flatMap(List::stream)
                .flatMap(argument -> value(argument, attribute).stream())
                .findFirst();
    }

    private static Optional<String> value(ExpressionTree argument, String attribute) {
        if (argument instanceof AssignmentTree assignment
                && assignment.getVariable().toString().equals(attribute)
                && assignment.getExpression() instanceof LiteralTree literal) {
            return Optional.of(literal.getValue().toString());
        }
        return argument instanceof LiteralTree literal
                ? Optional.of(literal.getValue().toString())
                : Optional.empty();
    }
}
