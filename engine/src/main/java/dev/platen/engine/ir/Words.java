package dev.platen.engine.ir;

/**
 * What people read about a part of a form. Plain text where nothing else is said; an empty one is not shown.
 *
 * @param title label or legend
 * @param isKeyed whether the title is the name of the entry that the part is in
 * @param numbers how many positions in lists follow the title: that in the innermost list comes last
 * @param isTitleShown whether the title is seen; one that is not is still there for those who listen
 * @param description what it is
 * @param help how to fill it in
 * @param placeholder example within the control
 * @param isDescriptionFormatted whether the description is Markdown
 * @param isHelpFormatted whether the help is
 */
public record Words(
        String title,
        boolean isKeyed,
        int numbers,
        boolean isTitleShown,
        String description,
        String help,
        String placeholder,
        boolean isDescriptionFormatted,
        boolean isHelpFormatted) {
    /** Nothing to read. */
    public static final Words NONE = new Words("", false, true, "", "", "");

    /** The name of the entry that the part is in, and nothing else. */
    public static final Words KEY = new Words("", true, 0, true, "", "", "", false, false);

    /** Words with a title of their own, followed by the position in the list or not. */
    public Words(
            String title,
            boolean isNumbered,
            boolean isTitleShown,
            String description,
            String help,
            String placeholder) {
        this(title, false, isNumbered ? 1 : 0, isTitleShown, description, help, placeholder, false, false);
    }

    /** Whether there is a title to show. */
    public boolean hasTitle() {
        return isKeyed || !title.isEmpty();
    }

    /** The same with another placeholder. */
    public Words withPlaceholder(String other) {
        return new Words(
                title,
                isKeyed,
                numbers,
                isTitleShown,
                description,
                help,
                other,
                isDescriptionFormatted,
                isHelpFormatted);
    }

    /** Only a title. */
    public static Words titled(String title) {
        return new Words(title, false, true, "", "", "");
    }
}
