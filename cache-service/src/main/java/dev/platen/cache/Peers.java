package dev.platen.cache;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.JChannel;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.RED;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.dns.DNS_PING;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;

/** How nodes find and hear each other: TCP to peers that are named, or that a DNS name resolves to. */
final class Peers {
    private static final int FAILURE_PORT_OFFSET = 100;
    private static final int MAX_THREADS = 100;
    private static final int CREDIT_BYTES = 4 * 1024 * 1024;
    private static final int FRAGMENT_BYTES = 60 * 1024;

    private Peers() {}

    /** The way to the peers, not yet connected; empty where the node stands alone. */
    static Optional<JGroupsTransport> transport(CacheConfig config) {
        return discovery(config).map(discovery -> {
            try {
                return new JGroupsTransport(new JChannel(stack(config, discovery)));
            } catch (Exception e) {
                throw new IllegalArgumentException(
                        "the way to the cache peers cannot be set up: %s; check platen.cache.peers, peer-host and peer-port"
                                .formatted(e.getMessage()),
                        e);
            }
        });
    }

    private static Optional<Protocol> discovery(CacheConfig config) {
        if (config.dnsQuery().isPresent()) {
            return Optional.of(new DNS_PING().setDNSQuery(config.dnsQuery().get()));
        }
        return config.peers().map(peers -> new TCPPING()
                .setPortRange(0)
                .setInitialHosts(peers.stream().map(Peers::address).toList()));
    }

    private static InetSocketAddress address(String peer) {
        int colon = peer.lastIndexOf(':');
        if (colon < 1 || !peer.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "platen.cache.peers must hold host:port separated by commas, found '%s'".formatted(peer));
        }
        return new InetSocketAddress(peer.substring(0, colon), Integer.parseInt(peer.substring(colon + 1)));
    }

    private static List<Protocol> stack(CacheConfig config, Protocol discovery) throws UnknownHostException {
        TCP tcp = new TCP();
        tcp.setBindAddress(InetAddress.getAllByName(config.peerHost())[0])
                .setBindPort(config.peerPort())
                .setPortRange(0)
                .useVirtualThreads(false);
        tcp.getThreadPool().setMinThreads(0).setMaxThreads(MAX_THREADS);
        return List.of(
                tcp,
                new RED(),
                discovery,
                new MERGE3().setMinInterval(1_000).setMaxInterval(5_000),
                new FD_SOCK2().setOffset(FAILURE_PORT_OFFSET),
                new FD_ALL3(),
                new VERIFY_SUSPECT2().setTimeout(1_000),
                new NAKACK2().useMcastXmit(false).setXmitInterval(200),
                new UNICAST3().setXmitInterval(200),
                new STABLE().setDesiredAverageGossip(5_000).setMaxBytes(1024 * 1024),
                new GMS().setJoinTimeout(1_000),
                new UFC().setMaxCredits(CREDIT_BYTES),
                new MFC().setMaxCredits(CREDIT_BYTES),
                new FRAG4().setFragSize(FRAGMENT_BYTES));
    }
}
