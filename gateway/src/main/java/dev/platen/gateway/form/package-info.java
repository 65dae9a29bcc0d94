/**
 * Forms that come back, and data that is to be validated. Nothing of it is cached.
 */
@NullMarked
package dev.platen.gateway.form;

import org.jspecify.annotations.NullMarked;
