/** Tests of what is made of the counts. */
@NullMarked
package dev.platen.gateway.metrics;

import org.jspecify.annotations.NullMarked;
