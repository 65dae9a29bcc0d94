/**
 * What tests and load scenarios share: Platen as real processes, requests to it, and wires between them. Nothing here knows what an answer
 * should be.
 */
@NullMarked
package dev.platen.testkit;

import org.jspecify.annotations.NullMarked;
