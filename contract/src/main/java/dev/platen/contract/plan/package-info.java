/**
 * The compiled form of a document and its bytes: what the compiler hands to the renderer. Neither how a plan is made nor
 * how it is executed is known here.
 */
@NullMarked
package dev.platen.contract.plan;

import org.jspecify.annotations.NullMarked;
