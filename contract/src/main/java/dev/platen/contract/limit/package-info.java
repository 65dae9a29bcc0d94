/**
 * Every bound that hostile input runs into, as one value that is passed explicitly. No component keeps a bound of
 * its own.
 */
@NullMarked
package dev.platen.contract.limit;

import org.jspecify.annotations.NullMarked;
