/**
 * What happens, as it happens, for whoever listens over HTTP (server-sent events). Listeners who do not keep up are
 * dropped; nothing here is kept.
 */
@NullMarked
package dev.platen.gateway.events;

import org.jspecify.annotations.NullMarked;
