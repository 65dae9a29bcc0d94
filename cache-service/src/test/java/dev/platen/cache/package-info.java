/**
 * Proofs against a real Infinispan over a real Hot Rod client, and a real broker. No product code belongs here.
 */
@NullMarked
package dev.platen.cache;

import org.jspecify.annotations.NullMarked;
