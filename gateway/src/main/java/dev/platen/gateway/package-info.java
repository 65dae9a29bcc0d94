/**
 * The gateway: HTTP in, HTTP out. Here are its addresses and its settings; each of the packages below is one thing that
 * is asked for, or one thing that every request passes. It neither compiles nor renders.
 */
@NullMarked
package dev.platen.gateway;

import org.jspecify.annotations.NullMarked;
