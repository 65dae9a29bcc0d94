/**
 * Documents that nobody here wrote, put to the engine in processes of their own, and what came of each. How pages are
 * read and compared does not belong here.
 */
@NullMarked
package dev.platen.benchmarks.conformance;

import org.jspecify.annotations.NullMarked;
