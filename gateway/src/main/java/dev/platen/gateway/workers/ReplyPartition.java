package dev.platen.gateway.workers;

import dev.platen.contract.topic.RecordKeys;
import dev.platen.contract.topic.Topic;
import dev.platen.gateway.GatewayConfig;
import dev.platen.transport.Publisher;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The partition of the reply topic that this gateway reads: assigned to itself, so no rebalance can lose a reply. */
@Singleton
final class ReplyPartition {
    private final int number;

    ReplyPartition(
            GatewayConfig config,
            Publisher publisher,
            @ConfigProperty(name = "hostname", defaultValue = "localhost") String hostName) {
        int partitions = publisher.partitions(Topic.REPLIES);
        number = config.replyPartition().orElseGet(() -> RecordKeys.partition(hostName, partitions));
        Objects.checkIndex(number, partitions);
    }

    int number() {
        return number;
    }
}
