package dev.platen.gateway;

/** How soon a page is wanted. */
enum Lane {
    /** Somebody waits for it. */
    INTERACTIVE,
    /** One of many that are wanted some time soon: made while nobody waits for another. */
    BATCH
}
