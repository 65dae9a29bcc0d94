/**
 * A real Kafka broker for one machine: formatted, started and stopped in process or as a process of its own. Topics,
 * clients and everything that is said over the broker belong elsewhere.
 */
@NullMarked
package dev.platen.broker;

import org.jspecify.annotations.NullMarked;
