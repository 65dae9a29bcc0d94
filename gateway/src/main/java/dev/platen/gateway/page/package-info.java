/**
 * One page: named by its content, given from memory, the cluster's cache or the workers, written to a client, purged.
 * Whoever wants many pages comes here for each.
 */
@NullMarked
package dev.platen.gateway.page;

import org.jspecify.annotations.NullMarked;
