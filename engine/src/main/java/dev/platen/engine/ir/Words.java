package dev.platen.engine.ir;

/**
 * What people read about a part of a form. Plain text; an empty one is not shown.
 *
 * @param title label or legend
 * @param isNumbered whether the title is followed by the position in the list
 * @param description what it is
 * @param help how to fill it in
 * @param placeholder example within the control
 */
public record Words(String title, boolean isNumbered, String description, String help, String placeholder) {
    /** Nothing to read. */
    public static final Words NONE = new Words("", false, "", "", "");
}
