/**
 * Executes plans: data in, pages out, without trees in between. How a plan is made is not known here.
 */
@NullMarked
package dev.platen.engine.render;

import org.jspecify.annotations.NullMarked;
