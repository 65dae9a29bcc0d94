package dev.platen.engine.emit;

import dev.platen.contract.plan.Entry;
import dev.platen.contract.plan.Scope;
import dev.platen.contract.plan.Shape;
import dev.platen.engine.ir.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frame of one scope while its parts are found. */
final class Frame {
    private final Tables tables;
    private final List<Members> objects = new ArrayList<>();
    private int size;
    private @Nullable Entry root;

    Frame(Tables tables) {
        this.tables = tables;
    }

    /** The slots of the value of the scope itself. */
    Slots slots() {
        return new Members(-1);
    }

    /** The scope, once all parts were found. */
    Scope scope(int routine) {
        Entry whole = root == null ? new Entry(Entry.Kind.LEAF, size++, 0) : root;
        for (Members object : objects) {
            tables.shape(
                    object.shape,
                    new Shape(List.copyOf(object.entries.keySet()), List.copyOf(object.entries.values())));
        }
        return new Scope(size, whole, routine);
    }

    /** The members of one object of the frame, or the value of the scope. */
    private final class Members implements Slots {
        private final int shape;
        private final Map<String, Entry> entries = new LinkedHashMap<>();

        Members(int shape) {
            this.shape = shape;
        }

        @Override
        public int leaf(Spot spot) {
            return add(spot, Entry.Kind.LEAF, 0);
        }

        @Override
        public int list(Spot spot, int scope) {
            return add(spot, Entry.Kind.LIST, scope);
        }

        @Override
        public int call(Spot spot, int scope) {
            return add(spot, Entry.Kind.CALL, scope);
        }

        @Override
        public Slots object(Spot spot) {
            int index = tables.reserveShape();
            add(spot, Entry.Kind.OBJECT, index);
            Members members = new Members(index);
            objects.add(members);
            return members;
        }

        private int add(Spot spot, Entry.Kind kind, int target) {
            Entry entry = new Entry(kind, size++, target);
            if (spot.member().isEmpty() && shape < 0) {
                root = entry;
            } else if (entries.putIfAbsent(spot.member(), entry) != null) {
                throw new IllegalStateException("two parts read the member '%s'".formatted(spot.member()));
            }
            return entry.slot();
        }
    }
}
