package dev.platen.engine.ir;

/** Whether there are buttons that make a value and take it away. */
public enum Presence {
    /** None: it is there as soon as something in it is. */
    GIVEN,
    /** There are; what can be entered is on the page in any case, and makes it too. */
    SWITCHED,
    /** There are; without the value nothing of it is on the page but the button that makes it. */
    FOLDED
}
