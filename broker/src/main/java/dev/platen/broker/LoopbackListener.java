package dev.platen.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * A socket that listens on loopback before Kafka is configured: Kafka must be told the port in advance, and a port that
 * is only looked up could be taken by somebody else in the meantime.
 */
final class LoopbackListener implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int BACKLOG = 128;

    private final ServerSocketChannel channel;
    private final int port;

    private LoopbackListener(ServerSocketChannel channel, int port) {
        this.channel = channel;
        this.port = port;
    }

    /** Listens on {@code port}, or on any free port for 0. */
    static LoopbackListener bind(int port) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            return bind(channel, port);
        } catch (IOException e) {
            throw new BrokerStartException(
                    "broker port %d on %s cannot be listened on: %s; choose another port, or 0 for any free one"
                            .formatted(port, HOST, e.getMessage()),
                    e);
        }
    }

    private static LoopbackListener bind(ServerSocketChannel channel, int port) throws IOException {
        try {
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port), BACKLOG);
            return new LoopbackListener(channel, channel.socket().getLocalPort());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    InetSocketAddress socketAddress() {
        return socketAddress(port);
    }

    /** A port of the same address. */
    static InetSocketAddress socketAddress(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
    }

    /** {@code host:port}. */
    String address() {
        return HOST + ":" + port;
    }

    /** The same with another port, or this one where that is 0. */
    String addressOr(int otherPort) {
        return otherPort == 0 ? address() : HOST + ":" + otherPort;
    }

    /** The listening socket; whoever takes it closes it. */
    ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
