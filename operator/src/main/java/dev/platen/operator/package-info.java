/**
 * The operator as a process: configuration, wiring, start, stop and health. What it observes, decides and does lives in
 * the packages below.
 */
@NullMarked
package dev.platen.operator;

import org.jspecify.annotations.NullMarked;
