/**
 * How services reach Kafka and Infinispan: the form of a record, the topics, the lane that feeds a worker, the cache
 * client. What a message means, and what to do with it, belongs to the services.
 */
@NullMarked
package dev.platen.transport;

import org.jspecify.annotations.NullMarked;
