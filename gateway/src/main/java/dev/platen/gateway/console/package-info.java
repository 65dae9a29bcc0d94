/**
 * The console: pages for people, which are Platen documents of their own, stored and rendered like those of everybody else. What
 * they show comes from the other packages; no figure is computed and no markup is written here.
 */
@NullMarked
package dev.platen.gateway.console;

import org.jspecify.annotations.NullMarked;
