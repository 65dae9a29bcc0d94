/** Tests of what reports of instances say, without a broker. */
@NullMarked
package dev.platen.gateway.performance;

import org.jspecify.annotations.NullMarked;
