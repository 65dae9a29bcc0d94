package dev.platen.engine.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value and its place in the document. Immutable. */
public sealed interface Value {
    /** Where it stands. */
    Place place();

    /** What it is called in a message. */
    String kind();

    /**
     * An object.
     *
     * @param members in the order of the document; names are distinct
     */
    record ObjectValue(Place place, Map<String, Value> members) implements Value {
        /** Takes the map over; the order matters, so that it is wrapped rather than copied. */
        public ObjectValue {
            members = Collections.unmodifiableMap(members);
        }

        /** The member of this name. */
        public Optional<Value> member(String name) {
            return Optional.ofNullable(members.get(name));
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /** An array. */
    record ArrayValue(Place place, List<Value> items) implements Value {
        /** Keeps a copy. */
        public ArrayValue {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "an array";
        }
    }

    /**
     * A string.
     *
     * @param text its characters
     */
    record StringValue(Place place, String text) implements Value {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /**
     * A number.
     *
     * @param text as it is written in the document
     */
    record NumberValue(Place place, String text) implements Value {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** True or false. */
    record BooleanValue(Place place, boolean isTrue) implements Value {
        @Override
        public String kind() {
            return "a boolean";
        }
    }

    /** Null. */
    record NullValue(Place place) implements Value {
        @Override
        public String kind() {
            return "null";
        }
    }
}
