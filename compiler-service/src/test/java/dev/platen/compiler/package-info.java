/** Tests of the compiler that need no broker and no cache; the whole path is tested where everything is assembled. */
@NullMarked
package dev.platen.compiler;

import org.jspecify.annotations.NullMarked;
