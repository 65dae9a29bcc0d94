package dev.platen.cache;

import dev.platen.transport.CacheName;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.infinispan.AdvancedCache;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.global.ShutdownHookBehavior;
import org.infinispan.factories.ComponentRegistry;
import org.infinispan.health.HealthStatus;
import org.infinispan.interceptors.AsyncInterceptorChain;
import org.infinispan.interceptors.impl.CacheMgmtInterceptor;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.remoting.transport.jgroups.EmbeddedJGroupsChannelConfigurator;
import org.infinispan.server.hotrod.HotRodServer;
import org.infinispan.server.hotrod.configuration.HotRodServerConfigurationBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One node of the shared cache, a member of its cluster from the start; clients get in when it is opened. Thread-safe.
 *
 * <p>INVARIANT: the endpoint opens when the log was replayed, never before, because a client takes a schema that is
 * absent for one that does not exist.
 */
final class CacheNode implements AutoCloseable {
    static {
        // Read once, when the first classes of Infinispan load. Its notes to 16.0 warn of freezes of virtual threads on
        // two processors; client and server in one JVM must not disagree about the kind of their event loops.
        setUnlessSet("org.infinispan.threads.virtual", "false");
        setUnlessSet("infinispan.server.channel.epoll", "false");
    }

    private static final String CLUSTER = "platen";
    private static final int IO_THREADS = 2;
    private static final String MAX_REQUEST = "8MB";

    private final CacheConfig config;
    private final NodeDirectory directory;
    private final DefaultCacheManager manager;
    private volatile @Nullable HotRodServer endpoint;

    private CacheNode(CacheConfig config, NodeDirectory directory, DefaultCacheManager manager) {
        this.config = config;
        this.directory = directory;
        this.manager = manager;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Joins the cluster, or stands alone where no peers are configured; the caches are there when this returns. */
    static CacheNode start(CacheConfig config) {
        Optional<EmbeddedJGroupsChannelConfigurator> peers = Peers.stack(config);
        DefaultCacheManager manager = new DefaultCacheManager(container(peers).build(), false);
        NodeDirectory directory = NodeDirectory.open(config.directory());
        CacheDefinitions definitions = new CacheDefinitions(config, directory.path(), peers.isPresent());
        CacheNode node = new CacheNode(config, directory, manager);
        try {
            manager.start();
            for (CacheName name : CacheName.values()) {
                manager.defineConfiguration(name.label(), definitions.of(name));
            }
            manager.startCaches(
                    Arrays.stream(CacheName.values()).map(CacheName::label).toArray(String[]::new));
            return node;
        } catch (Throwable e) {
            node.close();
            throw e;
        }
    }

    private static GlobalConfigurationBuilder container(Optional<EmbeddedJGroupsChannelConfigurator> peers) {
        GlobalConfigurationBuilder container = new GlobalConfigurationBuilder().nonClusteredDefault();
        peers.ifPresent(stack -> {
            var transport = container.clusteredDefault().transport().clusterName(CLUSTER);
            transport.jgroups().addStack(stack.getName()).channelConfigurator(stack);
            transport.stack(stack.getName());
        });
        container.metrics().gauges(false).histograms(false);
        container.jmx().disable();
        container.shutdown().hookBehavior(ShutdownHookBehavior.DONT_REGISTER);
        return container;
    }

    /** Lets clients in; to be called once. */
    synchronized void open() {
        HotRodServer server = new HotRodServer();
        server.start(
                new HotRodServerConfigurationBuilder()
                        .name(CLUSTER)
                        .host(config.host())
                        .port(config.port())
                        .ioThreads(IO_THREADS)
                        .maxContentLength(MAX_REQUEST)
                        .build(),
                manager);
        server.postStart();
        endpoint = server;
    }

    /** Whether clients are served. */
    boolean isOpen() {
        return endpoint != null;
    }

    /** The port on which clients are served. */
    int port() {
        HotRodServer server = endpoint;
        if (server == null) {
            throw new IllegalStateException("the cache node has no port before it is opened");
        }
        return server.getPort();
    }

    /** The entries as clients see them: bytes under bytes, of the whole cluster. */
    AdvancedCache<byte[], byte[]> cache(CacheName name) {
        return manager.<byte[], byte[]>getCache(name.label())
                .getAdvancedCache()
                .withMediaType(MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_OCTET_STREAM);
    }

    /** The running figures of a cache on this node; the statistics that Infinispan hands out are only a snapshot. */
    CacheMgmtInterceptor figures(CacheName name) {
        return Objects.requireNonNull(ComponentRegistry.componentOf(cache(name), AsyncInterceptorChain.class)
                .findInterceptorExtending(CacheMgmtInterceptor.class));
    }

    /** Nodes in the cluster, this one included. */
    int members() {
        var members = manager.getMembers();
        return members == null ? 1 : members.size();
    }

    /** Whether every node has the entries that it should have: none of them is on its way to another node. */
    boolean isBalanced() {
        return manager.getHealth().getClusterHealth().getHealthStatus() == HealthStatus.HEALTHY;
    }

    /** Where peers reach this node, in the words of its transport. */
    String peerAddress() {
        return manager.getCacheManagerInfo().getPhysicalAddresses();
    }

    /** The nodes that schemas are spread over; what left this list may have taken the only copies of entries along. */
    Collection<?> holders() {
        var distribution = cache(CacheName.SCHEMAS).getDistributionManager();
        return distribution == null
                ? List.of()
                : distribution.getCacheTopology().getActualMembers();
    }

    /** Leaves the cluster, which keeps the entries where other nodes are left. May be called again. */
    @Override
    public synchronized void close() {
        HotRodServer server = endpoint;
        endpoint = null;
        if (server != null) {
            server.stop();
        }
        manager.stop();
        directory.close();
    }
}
