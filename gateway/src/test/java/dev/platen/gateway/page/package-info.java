/** Tests of single pages, without a broker and without a cache. */
@NullMarked
package dev.platen.gateway.page;

import org.jspecify.annotations.NullMarked;
