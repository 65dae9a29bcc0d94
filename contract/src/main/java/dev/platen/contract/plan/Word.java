package dev.platen.contract.plan;

/** What a page says in words of its own, in the language of its reader. The order is that of the plan format: add at the end. */
public enum Word {
    SUBMIT,
    ADD,
    REMOVE,
    MOVE_UP,
    MOVE_DOWN,
    COPY,
    OPEN,
    CHANGE,
    YES,
    NO,
    /** Title of a page that has none. */
    FORM,
    /** Heading of the summary of errors. */
    ERRORS,
    /** Label of the name of a member. */
    KEY,
    /** Label of the choice between alternatives. */
    OPTION,
    YEAR,
    MONTH,
    DAY,
    PREVIOUS,
    NEXT,
    PAGE,
    /** Said of what has no control. */
    NOT_EDITABLE,
    DEPRECATED,
    CLEAR,
    SHOW_MORE,
    LOADING,
    CLOSE,
    MENU,
    SKIP_TO_CONTENT,
    CHOOSE_FILE,
    NO_FILE,
    EMPTY_LIST,
    STEP,
    HOUR,
    MINUTE,
    SECOND,
    /** Said of an option that stands for no value. */
    NONE,
    /** Opens the values of a chart as a table. */
    CHART_DATA,
    /** Said when a form was accepted. */
    RECEIVED,
    /** Leads from there to an empty form. */
    FILL_IN_ANOTHER
}
