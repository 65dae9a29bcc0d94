/**
 * Names, settings and keys of the Kafka topics. Creating and checking them belongs to the transport.
 */
@NullMarked
package dev.platen.contract.topic;

import org.jspecify.annotations.NullMarked;
