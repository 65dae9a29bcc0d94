/**
 * Changes the cache nodes one at a time: looks at them, decides on the next step, takes it, and waits until entries have
 * stopped moving. Keeps nothing in memory and knows nothing of what is cached.
 */
@NullMarked
package dev.platen.operator.cache;

import org.jspecify.annotations.NullMarked;
