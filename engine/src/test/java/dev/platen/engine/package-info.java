/**
 * Tests of the engine through its public doors: documents and data in, pages and problems out.
 */
@NullMarked
package dev.platen.engine;

import org.jspecify.annotations.NullMarked;
