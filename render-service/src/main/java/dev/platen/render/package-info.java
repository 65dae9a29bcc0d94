/**
 * The render service: render requests and posted forms in, page chunks out. How a page is written belongs to the engine, how a record
 * looks to the transport; nothing here knows how plans are made.
 */
@NullMarked
package dev.platen.render;

import org.jspecify.annotations.NullMarked;
