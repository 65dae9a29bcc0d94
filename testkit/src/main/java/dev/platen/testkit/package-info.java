/**
 * What tests and load scenarios share: Platen as real processes, and requests to it. Nothing here knows what an answer
 * should be.
 */
@NullMarked
package dev.platen.testkit;

import org.jspecify.annotations.NullMarked;
