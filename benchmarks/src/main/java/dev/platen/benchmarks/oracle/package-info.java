/**
 * Forms as a person meets them: the fields of a page, whoever rendered it, and where two pages disagree about them.
 * Nothing here knows how pages come about.
 */
@NullMarked
package dev.platen.benchmarks.oracle;

import org.jspecify.annotations.NullMarked;
