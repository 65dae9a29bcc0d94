/**
 * Proofs that go through the broker's public door and a real client. No broker code belongs here.
 */
@NullMarked
package dev.platen.broker;

import org.jspecify.annotations.NullMarked;
