/**
 * What is read from pages of three renderers, and how they are compared. No renderer runs here.
 */
@NullMarked
package dev.platen.benchmarks.oracle;

import org.jspecify.annotations.NullMarked;
