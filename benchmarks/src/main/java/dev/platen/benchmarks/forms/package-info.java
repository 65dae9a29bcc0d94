/**
 * Whole forms and tables beside the libraries from npm that people use for them. Everything that runs in another process
 * is started and ended here; the libraries are fetched when they are needed and are no part of the repository.
 */
@NullMarked
package dev.platen.benchmarks.forms;

import org.jspecify.annotations.NullMarked;
