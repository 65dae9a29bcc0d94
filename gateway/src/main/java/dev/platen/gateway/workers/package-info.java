/**
 * How the workers are asked and their replies found again: each request is registered, sent, and ends exactly once.
 * Nothing here knows HTTP, or what a reply means.
 */
@NullMarked
package dev.platen.gateway.workers;

import org.jspecify.annotations.NullMarked;
