package dev.platen.gateway.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives every connection that the server accepts a {@link HeadDeadline}. A service of Vert.x, which calls a handler of
 * connections only after their first request.
 */
public final class HeadDeadlines implements VertxServiceProvider {
    private static final String LIMIT = "platen.gateway.head-timeout";

    /** Called by Vert.x. */
    public HeadDeadlines() {
        // what it needs to know is read when a server starts to listen
    }

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new WatchedTransport());
    }

    /** Where there is no gateway, as in a test of something else, nobody has set it. */
    private static final class WatchedTransport extends JDKTransport {
        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            ConfigProvider.getConfig()
                    .getOptionalValue(LIMIT, Duration.class)
                    .ifPresent(limit -> bootstrap.handler(new Acceptor(limit)));
        }
    }

    /** Sees every connection before the server does. */
    private static final class Acceptor extends ChannelInboundHandlerAdapter {
        private final Duration limit;

        Acceptor(Duration limit) {
            this.limit = limit;
        }

        @Override
        public void channelRead(ChannelHandlerContext listening, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addFirst(new HeadDeadline(limit));
            }
            listening.fireChannelRead(accepted);
        }
    }
}
