/**
 * How all instances perform together: what they report is kept for a minute, and read as rates, bottlenecks and advice.
 * Nothing is measured here, and nothing changed.
 */
@NullMarked
package dev.platen.gateway.performance;

import org.jspecify.annotations.NullMarked;
