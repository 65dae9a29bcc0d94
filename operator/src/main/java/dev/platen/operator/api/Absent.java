package dev.platen.operator.api;

/** Numbers that were not written: JSON binding leaves them zero, and zero is a valid value of none of these fields. */
final class Absent {
    private Absent() {}

    static int or(int value, int fallback) {
        return value == 0 ? fallback : value;
    }
}
