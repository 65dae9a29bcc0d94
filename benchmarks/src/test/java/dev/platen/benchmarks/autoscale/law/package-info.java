/** Tests of the package of the same name; all of them on virtual time. */
@NullMarked
package dev.platen.benchmarks.autoscale.law;

import org.jspecify.annotations.NullMarked;
