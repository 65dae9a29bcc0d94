/** Tests of dates and times as texts. */
@NullMarked
package dev.platen.engine.moment;

import org.jspecify.annotations.NullMarked;
