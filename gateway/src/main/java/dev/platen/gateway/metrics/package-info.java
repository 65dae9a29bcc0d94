/**
 * Names and tags of all that the gateway counts, and what the counts say of the last seconds. Nothing is decided here.
 */
@NullMarked
package dev.platen.gateway.metrics;

import org.jspecify.annotations.NullMarked;
