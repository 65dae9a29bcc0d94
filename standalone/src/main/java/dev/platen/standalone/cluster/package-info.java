/**
 * The services as processes of one machine, supervised as Kubernetes would: started in order, started again when they
 * fail, stopped in reverse. Nothing here knows what they say to each other.
 */
@NullMarked
package dev.platen.standalone.cluster;

import org.jspecify.annotations.NullMarked;
