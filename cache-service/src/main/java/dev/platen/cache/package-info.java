/**
 * One node of the shared cache: Infinispan with its Hot Rod endpoint, and the materialiser that fills it from the log
 * of schemas. The cache owns no truth; what entries mean belongs to the services that put them there.
 */
@NullMarked
package dev.platen.cache;

import org.jspecify.annotations.NullMarked;
