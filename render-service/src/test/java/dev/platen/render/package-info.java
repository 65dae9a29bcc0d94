/** Tests of the render that need no broker and no cache; the whole path is tested where everything is assembled. */
@NullMarked
package dev.platen.render;

import org.jspecify.annotations.NullMarked;
