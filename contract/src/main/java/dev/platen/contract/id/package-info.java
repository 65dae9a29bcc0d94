/**
 * Identifiers that cross a service boundary, each parsed once and valid ever after. No behaviour beyond parsing,
 * printing and comparing belongs here.
 */
@NullMarked
package dev.platen.contract.id;

import org.jspecify.annotations.NullMarked;
