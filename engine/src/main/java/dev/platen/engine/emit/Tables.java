package dev.platen.engine.emit;

import dev.platen.contract.plan.Choice;
import dev.platen.contract.plan.Entry;
import dev.platen.contract.plan.Scope;
import dev.platen.contract.plan.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes, scopes and choices of a plan while they are found. An index can be taken before its content is known. */
final class Tables {
    private final List<@Nullable Shape> shapes = new ArrayList<>();
    private final List<@Nullable Scope> scopes = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();

    int reserveShape() {
        shapes.add(null);
        return shapes.size() - 1;
    }

    int reserveScope() {
        scopes.add(null);
        return scopes.size() - 1;
    }

    void shape(int index, Shape shape) {
        shapes.set(index, shape);
    }

    void scope(int index, Scope scope) {
        scopes.set(index, scope);
    }

    /** The scope of the items of a list of single values. */
    int itemScope() {
        scopes.add(new Scope(1, new Entry(Entry.Kind.LEAF, 0, 0), Scope.INLINE));
        return scopes.size() - 1;
    }

    int choice(Choice choice) {
        int known = choices.indexOf(choice);
        if (known >= 0) {
            return known;
        }
        choices.add(choice);
        return choices.size() - 1;
    }

    List<Shape> shapes() {
        return shapes.stream().map(Tables::complete).toList();
    }

    List<Scope> scopes() {
        return scopes.stream().map(Tables::complete).toList();
    }

    List<Choice> choices() {
        return choices;
    }

    private static <T> T complete(@Nullable T reserved) {
        if (reserved == null) {
            throw new IllegalStateException("an index was taken and nothing put there");
        }
        return reserved;
    }
}
