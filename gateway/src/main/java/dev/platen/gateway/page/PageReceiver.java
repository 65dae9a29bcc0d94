package dev.platen.gateway.page;

import dev.platen.gateway.metrics.GatewayMetrics;

/** Somebody who waits for a page: it comes whole from a cache, or in pieces from a worker, or not at all. */
interface PageReceiver extends Flight.Listener {
    /** The coding in which the page is wanted; nobody waits for it. */
    Coding coding();

    /**
     * The whole page, from a cache; on the thread of the request where it comes from memory, otherwise on any.
     *
     * @param body the page in that coding
     */
    void page(byte[] body, Coding coding, GatewayMetrics.Source source);
}
