package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A closed loop over HTTP/1.1: so many connections, each with one request at a time, the next one as soon as the answer
 * is complete. One thread and no objects per request, so that it needs far less of the machine than what it measures.
 */
final class HttpLoad implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Selector selector = Selector.open();
    private final List<Exchange> exchanges = new ArrayList<>();

    /**
     * Connects.
     *
     * @param request makes the next request, head and body
     * @param expected what the head of every answer must contain; anything else counts as a failure
     */
    HttpLoad(int port, int connections, Supplier<byte[]> request, String expected) throws IOException {
        byte[] marker = expected.getBytes(ISO_8859_1);
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Exchange exchange = new Exchange(channel, request, marker);
            exchanges.add(exchange);
            channel.register(selector, SelectionKey.OP_READ, exchange);
        }
    }

    /**
     * Sends for as long as told, then waits for what is still on its way.
     *
     * @throws IOException if a connection breaks, or nothing arrives for {@code PATIENCE}
     */
    Round run(Duration duration) throws IOException {
        Round round = new Round();
        long busy = THREADS.getCurrentThreadCpuTime();
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        for (Exchange exchange : exchanges) {
            exchange.send();
        }
        int waiting = exchanges.size();
        while (waiting > 0) {
            if (selector.select(PATIENCE.toMillis()) == 0) {
                throw new IOException("%d requests were not answered within %s".formatted(waiting, PATIENCE));
            }
            for (SelectionKey key : selector.selectedKeys()) {
                Exchange exchange = (Exchange) key.attachment();
                if (exchange.receive(round)) {
                    if (System.nanoTime() < end) {
                        exchange.send();
                    } else {
                        waiting--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        return round.over(System.nanoTime() - started, THREADS.getCurrentThreadCpuTime() - busy);
    }

    @Override
    public void close() throws IOException {
        for (Exchange exchange : exchanges) {
            exchange.close();
        }
        selector.close();
    }
}
