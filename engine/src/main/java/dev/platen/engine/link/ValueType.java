package dev.platen.engine.link;

/** What a value of the data is: numbers below 8, so that a set of them is a few bits. */
public final class ValueType {
    /** No value. */
    public static final int ABSENT = 0;
    /** A string. */
    public static final int STRING = 1;
    /** A number. */
    public static final int NUMBER = 2;
    /** The value true. */
    public static final int TRUE = 3;
    /** The value false. */
    public static final int FALSE = 4;
    /** The value null. */
    public static final int NULL = 5;
    /** An object. */
    public static final int OBJECT = 6;
    /** A list. */
    public static final int LIST = 7;

    private ValueType() {}
}
