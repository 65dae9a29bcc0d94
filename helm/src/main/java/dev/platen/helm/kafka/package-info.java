/**
 * A real Kafka that asks its clients who they are, with the Secrets that would be mounted for them. What clients do with it is
 * said by tests.
 */
@NullMarked
package dev.platen.helm.kafka;

import org.jspecify.annotations.NullMarked;
