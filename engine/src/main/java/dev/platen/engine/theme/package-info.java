/**
 * What pages need besides markup: stylesheets. No script is among them.
 */
@NullMarked
package dev.platen.engine.theme;

import org.jspecify.annotations.NullMarked;
