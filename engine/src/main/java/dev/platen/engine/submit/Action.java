package dev.platen.engine.submit;

/** What whoever posted a form wants. */
public sealed interface Action {
    /** That the data is taken. */
    record Submit() implements Action {}

    /** That the page is shown again, with the new data and state: a button changed them. */
    record Changed() implements Action {}
}
