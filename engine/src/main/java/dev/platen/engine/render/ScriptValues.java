package dev.platen.engine.render;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Option;
import dev.platen.engine.link.ValueType;
import dev.platen.engine.script.Scripts;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of the data as scripts see them: lists and objects are views that read the tape when they are asked, so that
 * nothing is copied. Whole numbers are {@link Long}, others {@link Double}. Not thread-safe; used for one rendering.
 */
record ScriptValues(Data data, Scopes scopes, Steps steps) {
    /** The value of a name that a script can use, or null. */
    @Nullable
    Object variable(String name) {
        if (name.equals("data")) {
            return value(data.tape().root());
        }
        int mark = name.indexOf('_');
        int outward = mark < 0 ? 0 : Integer.parseInt(name.substring(mark + 1));
        if (name.startsWith("index")) {
            return (long) scopes.index(outward);
        }
        @Nullable Object computed = scopes.computed(outward);
        return computed == null ? value(scopes.item(outward)) : computed;
    }

    private @Nullable Object value(int index) {
        Tape tape = data.tape();
        return switch (tape.type(index)) {
            case ValueType.STRING -> data.string(index);
            case ValueType.NUMBER -> number(data.number(index));
            case ValueType.TRUE -> true;
            case ValueType.FALSE -> false;
            case ValueType.NULL -> Scripts.NULL;
            case ValueType.OBJECT -> new ObjectView(this, index);
            case ValueType.LIST -> new ListView(this, index);
            default -> null;
        };
    }

    private static Object number(String text) {
        try {
            return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))
                    ? (Object) Long.parseLong(text)
                    : (Object) new BigDecimal(text).doubleValue();
        } catch (NumberFormatException tooLarge) {
            return Double.parseDouble(text);
        }
    }

    /** A value that is known, as scripts see it. */
    static Object of(Constant constant) {
        return switch (constant) {
            case Constant.Single(Option option) ->
                switch (option.type()) {
                    case STRING, JSON -> option.value();
                    case NUMBER -> number(option.value());
                    case TRUE -> true;
                    case FALSE -> false;
                    case NULL -> Scripts.NULL;
                };
            case Constant.Items items ->
                items.items().stream().map(ScriptValues::of).toList();
            case Constant.Members members -> {
                Map<String, Object> values = new LinkedHashMap<>();
                members.members().forEach((name, value) -> values.put(name, of(value)));
                yield values;
            }
        };
    }

    /** A view of a list. */
    static final class ListView extends AbstractList<@Nullable Object> {
        private final ScriptValues values;
        private final int cell;
        private int reached;
        private int reachedCell;

        ListView(ScriptValues values, int cell) {
            this.values = values;
            this.cell = cell;
            this.reachedCell = values.tape().firstItem(cell);
        }

        int cell() {
            return cell;
        }

        @Override
        public @Nullable Object get(int index) {
            return values.value(at(index));
        }

        /** Reading in order costs one step an item. */
        private int at(int index) {
            if (index < reached) {
                reached = 0;
                reachedCell = values.tape().firstItem(cell);
            }
            int end = values.tape().after(cell);
            while (reached < index && reachedCell < end) {
                values.step();
                reachedCell = values.tape().after(reachedCell);
                reached++;
            }
            if (reachedCell >= end || index < 0) {
                throw new IndexOutOfBoundsException(index);
            }
            return reachedCell;
        }

        @Override
        public int size() {
            return values.tape().count(cell);
        }
    }

    /** A view of an object. */
    static final class ObjectView extends AbstractMap<String, @Nullable Object> {
        private final ScriptValues values;
        private final int cell;

        ObjectView(ScriptValues values, int cell) {
            this.values = values;
            this.cell = cell;
        }

        int cell() {
            return cell;
        }

        @Override
        public boolean containsKey(Object name) {
            return member(name) != Tape.NOTHING;
        }

        @Override
        public @Nullable Object get(Object name) {
            return values.value(member(name));
        }

        private int member(Object name) {
            try {
                return name instanceof String text ? values.data().member(cell, text) : Tape.NOTHING;
            } catch (Refused tooMany) {
                throw new NoSuchElementException(tooMany);
            }
        }

        @Override
        public int size() {
            return values.tape().count(cell);
        }

        @Override
        public Set<Map.Entry<String, @Nullable Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                    return new Members(values, cell);
                }

                @Override
                public int size() {
                    return ObjectView.this.size();
                }
            };
        }
    }

    /** The members of an object, in order. */
    private static final class Members implements Iterator<Map.Entry<String, @Nullable Object>> {
        private final ScriptValues values;
        private final int end;
        private int next;

        Members(ScriptValues values, int cell) {
            this.values = values;
            this.next = values.tape().firstMember(cell);
            this.end = values.tape().after(cell);
        }

        @Override
        public boolean hasNext() {
            return next < end;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            values.step();
            int member = next;
            next = values.tape().afterMember(member);
            return new AbstractMap.SimpleImmutableEntry<>(
                    values.data().name(member), values.value(values.tape().memberValue(member)));
        }
    }

    private Tape tape() {
        return data.tape();
    }

    private void step() {
        try {
            steps.add(1);
        } catch (Refused tooMany) {
            throw new NoSuchElementException(tooMany);
        }
    }
}
