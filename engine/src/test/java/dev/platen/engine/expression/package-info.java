/** Tests of what the package of expressions keeps to itself. Whole documents are tested a package further up. */
@NullMarked
package dev.platen.engine.expression;

import org.jspecify.annotations.NullMarked;
