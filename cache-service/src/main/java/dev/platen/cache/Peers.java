package dev.platen.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infinispan.remoting.transport.jgroups.EmbeddedJGroupsChannelConfigurator;
import org.jgroups.conf.ProtocolConfiguration;

/**
 * How nodes find and hear each other: TCP to peers that are named, or that a DNS name resolves to. Never by multicast,
 * which would let in any node of the network that asks.
 */
final class Peers {
    private static final int FAILURE_PORT_OFFSET = 100;
    private static final int MAX_PORT = 65_535 - FAILURE_PORT_OFFSET;

    private Peers() {}

    /** The way to the peers; empty where the node stands alone. */
    static Optional<EmbeddedJGroupsChannelConfigurator> stack(CacheConfig config) {
        return discovery(config)
                .map(discovery -> new EmbeddedJGroupsChannelConfigurator("platen", protocols(config, discovery), null));
    }

    private static Optional<ProtocolConfiguration> discovery(CacheConfig config) {
        if (config.dnsQuery().isPresent()) {
            return Optional.of(protocol(
                    "dns.DNS_PING", Map.of("dns_query", config.dnsQuery().get())));
        }
        return config.peers()
                .map(peers -> protocol("TCPPING", Map.of("initial_hosts", initialHosts(peers), "port_range", "0")));
    }

    /** In the notation of JGroups: {@code host[port],host[port]}. */
    private static String initialHosts(List<String> peers) {
        return String.join(",", peers.stream().map(Peers::initialHost).toList());
    }

    private static String initialHost(String peer) {
        int colon = peer.lastIndexOf(':');
        if (!peer.matches("[A-Za-z0-9.-]+:[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "platen.cache.peers must hold host:port separated by commas, found '%s'".formatted(peer));
        }
        return "%s[%d]".formatted(peer.substring(0, colon), port(Integer.parseInt(peer.substring(colon + 1))));
    }

    private static int port(int port) {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "a port for cache peers must lie between 1 and %d, so that the one %d above it exists; found %d"
                            .formatted(MAX_PORT, FAILURE_PORT_OFFSET, port));
        }
        return port;
    }

    private static List<ProtocolConfiguration> protocols(CacheConfig config, ProtocolConfiguration discovery) {
        String host = config.peerHost();
        String port = Integer.toString(port(config.peerPort()));
        List<ProtocolConfiguration> stack = new ArrayList<>();
        stack.add(protocol(
                "TCP",
                Map.of(
                        "bind_addr", host,
                        "bind_port", port,
                        "port_range", "0",
                        "diag.enabled", "false",
                        "use_vthreads", "false",
                        "tcp_nodelay", "true",
                        "sock_conn_timeout", "300ms",
                        "bundler_type", "transfer-queue",
                        "thread_pool.min_threads", "0",
                        "thread_pool.max_threads", "100")));
        stack.add(protocol("RED", Map.of()));
        stack.add(discovery);
        stack.add(protocol("MERGE3", Map.of("min_interval", "1s", "max_interval", "5s")));
        stack.add(protocol(
                "FD_SOCK2",
                Map.of("bind_addr", host, "offset", Integer.toString(FAILURE_PORT_OFFSET), "port_range", "0")));
        stack.add(protocol("FD_ALL3", Map.of()));
        stack.add(protocol("VERIFY_SUSPECT2", Map.of("timeout", "1s")));
        stack.add(protocol("pbcast.NAKACK2", Map.of("use_mcast_xmit", "false", "xmit_interval", "200ms")));
        stack.add(protocol("UNICAST3", Map.of("xmit_interval", "200ms")));
        stack.add(protocol("pbcast.STABLE", Map.of("desired_avg_gossip", "5s", "max_bytes", "1M")));
        stack.add(protocol("pbcast.GMS", Map.of("print_local_addr", "false", "join_timeout", "1s")));
        stack.add(protocol("UFC", Map.of("max_credits", "4m")));
        stack.add(protocol("MFC", Map.of("max_credits", "4m")));
        stack.add(protocol("FRAG4", Map.of("frag_size", "60k")));
        return List.copyOf(stack);
    }

    private static ProtocolConfiguration protocol(String name, Map<String, String> properties) {
        return new ProtocolConfiguration(name, properties);
    }
}
