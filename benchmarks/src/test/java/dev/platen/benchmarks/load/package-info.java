/**
 * Tests of what drives the load, against a server in this process. Nothing here is timed.
 */
@NullMarked
package dev.platen.benchmarks.load;

import org.jspecify.annotations.NullMarked;
