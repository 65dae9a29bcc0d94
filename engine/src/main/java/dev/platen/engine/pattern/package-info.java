/**
 * Which regular expressions are let in, whoever is to run them. Running them belongs elsewhere.
 */
@NullMarked
package dev.platen.engine.pattern;

import org.jspecify.annotations.NullMarked;
