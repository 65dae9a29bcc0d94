package dev.platen.gateway.workers;

/** How soon a page is wanted. */
public enum Lane {
    /** Somebody waits for it. */
    INTERACTIVE,
    /** One of many that are wanted some time soon: made while nobody waits for another. */
    BATCH
}
