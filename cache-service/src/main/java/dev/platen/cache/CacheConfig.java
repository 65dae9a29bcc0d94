package dev.platen.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A node of the shared cache. It stands alone unless peers are named, one by one or by a DNS name. */
@ConfigMapping(prefix = "platen.cache")
public interface CacheConfig {
    /** Address of the Hot Rod endpoint. */
    @WithDefault("127.0.0.1")
    String host();

    /** Port of the Hot Rod endpoint; 0 for any free one. */
    @WithDefault("11222")
    int port();

    /** Every node of the cluster, {@code host:port} separated by commas, this one included. */
    Optional<List<String>> peers();

    /** DNS name that resolves to every node of the cluster, such as that of a headless service. */
    Optional<String> dnsQuery();

    /** Address on which this node hears its peers. */
    @WithDefault("127.0.0.1")
    String peerHost();

    /** Port on which this node hears its peers; the port 100 above it serves to notice at once that a node died. */
    @WithDefault("7800")
    int peerPort();

    /** Nodes that hold each entry. */
    @WithDefault("2")
    int owners();

    /** Memory that each cache may take on this node; what is above it is evicted. */
    Memory memory();

    /**
     * Where schemas, plans and bodies on their way go that do not fit into memory, because somebody would miss them;
     * emptied when the node starts, and never shared between nodes. A temporary directory where none is named.
     */
    Optional<Path> directory();

    /** How long bodies on their way are kept. */
    @WithDefault("PT10M")
    Duration dataLifespan();

    /** Memory per cache; half of the heap in total, pages aside, leaves room for everything else. */
    interface Memory {
        /** Heads and documents. */
        @WithDefault("32M")
        MemorySize schemas();

        /** Compiled plans. */
        @WithDefault("16M")
        MemorySize plans();

        /** Rendered pages; outside of the heap. */
        @WithDefault("48M")
        MemorySize pages();

        /** Bodies on their way. */
        @WithDefault("16M")
        MemorySize data();
    }
}
