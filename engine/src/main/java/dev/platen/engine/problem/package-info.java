/**
 * How a problem is printed. What the problem is was decided by whoever found it.
 */
@NullMarked
package dev.platen.engine.problem;

import org.jspecify.annotations.NullMarked;
