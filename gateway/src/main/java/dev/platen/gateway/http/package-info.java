/**
 * What every request passes before its handler sees it, and what all handlers read and answer alike. Nothing here knows
 * what a request is for.
 */
@NullMarked
package dev.platen.gateway.http;

import org.jspecify.annotations.NullMarked;
