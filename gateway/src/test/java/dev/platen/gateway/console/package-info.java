/** What the pages of the console are made of. That people can use them is tested in a browser, elsewhere. */
@NullMarked
package dev.platen.gateway.console;

import org.jspecify.annotations.NullMarked;
