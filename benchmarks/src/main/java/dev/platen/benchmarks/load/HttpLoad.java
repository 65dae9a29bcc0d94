package dev.platen.benchmarks.load;

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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Requests over HTTP/1.1 on so many connections, one request at a time on each, by one thread and with next to no
 * objects, so that it needs far less of the machine than what it measures. Either a closed loop, where the next request
 * follows the answer, or a fixed rate, where it is sent when its time has come.
 */
final class HttpLoad implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS = 1e9;

    private final Selector selector = Selector.open();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Deque<Exchange> idle = new ArrayDeque<>();
    private final Supplier<Call> calls;

    /**
     * Connects.
     *
     * @param calls makes the next request, and says how its answer is known; anything else counts as a failure
     */
    HttpLoad(int port, int connections, Supplier<Call> calls) throws IOException {
        this.calls = calls;
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Exchange exchange = new Exchange(channel);
            exchanges.add(exchange);
            channel.register(selector, SelectionKey.OP_READ, exchange);
        }
        idle.addAll(exchanges);
    }

    /** A closed loop for as long as told; waits for what is still on its way. */
    Round run(Duration duration) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        return run(() -> System.nanoTime() < end);
    }

    /** One request on every connection, all at once. */
    Round burst() throws IOException {
        return run(() -> false);
    }

    /**
     * A closed loop, at least one request on every connection, for as long as there is more to do.
     *
     * @throws IOException if a connection breaks, or nothing arrives for {@code PATIENCE}
     */
    Round run(BooleanSupplier more) throws IOException {
        Round round = new Round();
        long busy = THREADS.getCurrentThreadCpuTime();
        long started = System.nanoTime();
        sendAll();
        while (idle.size() < exchanges.size()) {
            receive(round, PATIENCE.toMillis());
            while (!idle.isEmpty() && more.getAsBoolean()) {
                idle.pop().send(calls.get(), System.nanoTime());
            }
        }
        return round.over(System.nanoTime() - started, THREADS.getCurrentThreadCpuTime() - busy);
    }

    /**
     * So many requests a second, whether answers come or not. An answer took its time since the request was due, also where
     * it had to wait for a free connection; what finds none before the round ends is not sent, and counts as refused.
     */
    Round run(double perSecond, Duration duration) throws IOException {
        Round round = new Round();
        long busy = THREADS.getCurrentThreadCpuTime();
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        long due = (long) (perSecond * duration.toNanos() / NANOS);
        long sent = 0;
        while (System.nanoTime() < end) {
            long dueNow = Math.min(due, (long) (perSecond * (System.nanoTime() - started) / NANOS));
            sent = send(sent, dueNow, perSecond, started);
            receive(round, 1);
        }
        for (sent = send(sent, due, perSecond, started); sent < due; sent++) {
            round.refused();
        }
        round.over(System.nanoTime() - started, THREADS.getCurrentThreadCpuTime() - busy);
        while (idle.size() < exchanges.size()) {
            receive(round, PATIENCE.toMillis());
        }
        return round;
    }

    /** Sends what is due, as far as there are free connections; how many were sent in all. */
    private long send(long sent, long due, double perSecond, long started) throws IOException {
        long next = sent;
        for (; next < due && !idle.isEmpty(); next++) {
            idle.pop().send(calls.get(), started + (long) (next * NANOS / perSecond));
        }
        return next;
    }

    private void sendAll() throws IOException {
        while (!idle.isEmpty()) {
            idle.pop().send(calls.get(), System.nanoTime());
        }
    }

    private void receive(Round round, long millis) throws IOException {
        if (selector.select(millis) == 0) {
            if (millis >= PATIENCE.toMillis()) {
                throw new IOException(
                        "%d requests were not answered within %s".formatted(exchanges.size() - idle.size(), PATIENCE));
            }
            return;
        }
        for (SelectionKey key : selector.selectedKeys()) {
            Exchange exchange = (Exchange) key.attachment();
            if (exchange.receive(round)) {
                idle.add(exchange);
            }
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        for (Exchange exchange : exchanges) {
            exchange.close();
        }
        selector.close();
    }
}
