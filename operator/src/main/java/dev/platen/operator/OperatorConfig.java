package dev.platen.operator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What can be set of the operator. How to reach Kafka is set as for every service, under {@code platen.kafka}. */
@ConfigMapping(prefix = "platen.operator")
public interface OperatorConfig {
    /** Namespaces whose pools are controlled, separated by commas; absent: all of them. */
    Optional<Set<String>> namespaces();

    /** Time between two looks at a pool, and so between two decisions. */
    @WithDefault("PT15S")
    Duration syncInterval();

    /** Where documents of the kind UiSchema are stored. */
    Gateway gateway();

    /** Where the figures of pods are read. */
    Prometheus prometheus();

    /** Which of several operators works. */
    LeaderElection leaderElection();

    /** Where documents of the kind UiSchema are stored. */
    interface Gateway {
        /** Address of the gateway, such as {@code http://platen-gateway:8080}; absent: documents are not stored. */
        Optional<URI> url();

        /** File with the API key to show, read again at every call; its tenant gets the documents. Absent: none is shown. */
        Optional<Path> apiKeyFile();
    }

    /** Where the figures of pods are read. */
    interface Prometheus {
        /** Address of a Prometheus that scrapes the pods, such as {@code http://prometheus.monitoring:9090}; absent: the pods are asked. */
        Optional<URI> url();
    }

    /** Which of several operators works. */
    interface LeaderElection {
        /** Whether operators agree on one that works; the others wait. */
        @WithDefault("true")
        boolean enabled();

        /** Name of the lease that the working one holds. */
        @WithDefault("platen-operator")
        String lease();

        /** Namespace of the lease; absent: the operator's own. */
        Optional<String> namespace();
    }
}
