package dev.platen.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What connects somebody with a server of this machine: it can be cut, frozen, made slow or narrow, and mended. What it
 * does to bytes, it does in both directions. Thread-safe.
 */
public final class Wire implements AutoCloseable {
    private static final int CHUNK_BYTES = 8 * 1024;
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final int target;
    private final InetSocketAddress address;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;
    private boolean frozen;
    private Duration delay = Duration.ZERO;
    private int bytesPerSecond = UNLIMITED;

    /** A wire in order, to a port of 127.0.0.1. */
    public Wire(int target) throws IOException {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), target);
    }

    /** The same, for those who connect to this address. */
    public Wire(InetSocketAddress address, int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(address.getPort(), 0, address.getAddress());
        this.address = new InetSocketAddress(address.getAddress(), listening.getLocalPort());
        accept(listening);
    }

    /** Where to connect instead of the server. */
    public int port() {
        return address.getPort();
    }

    /** From now on nobody is there. */
    public synchronized void cut() {
        close(listening);
        sockets.forEach(Wire::close);
        sockets.clear();
        notifyAll();
    }

    /** From now on connections stand and nothing passes. */
    public synchronized void freeze() {
        frozen = true;
    }

    /** From now on everything that passes takes so much longer. */
    public synchronized void delay(Duration longer) {
        delay = longer;
    }

    /** From now on so many bytes pass in a second, in each direction of each connection. */
    public synchronized void narrow(int bytes) {
        bytesPerSecond = bytes;
    }

    /** From now on all is as it was at first; what was held back passes. */
    public synchronized void mend() throws IOException {
        frozen = false;
        delay = Duration.ZERO;
        bytesPerSecond = UNLIMITED;
        notifyAll();
        if (listening.isClosed()) {
            listening = new ServerSocket(address.getPort(), 0, address.getAddress());
            accept(listening);
        }
    }

    private void accept(ServerSocket server) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    connect(server.accept());
                }
            } catch (IOException cut) {
                close(server);
            }
        });
    }

    private void connect(Socket from) throws IOException {
        Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(from);
        sockets.add(to);
        pass(from, to);
        pass(to, from);
    }

    private void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try {
                transfer(from.getInputStream(), to.getOutputStream());
            } catch (IOException ended) {
                close(from);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            close(to);
            sockets.remove(from);
        });
    }

    private void transfer(InputStream from, OutputStream to) throws IOException, InterruptedException {
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int length = from.read(chunk); length >= 0; length = from.read(chunk)) {
            hold(length);
            to.write(chunk, 0, length);
        }
    }

    /** Keeps bytes back for as long as the wire is to do so, and no longer than until it is mended. */
    private synchronized void hold(int bytes) throws InterruptedException {
        long since = System.nanoTime();
        while (frozen || System.nanoTime() - since < nanos(bytes)) {
            long left = frozen ? Long.MAX_VALUE : nanos(bytes) - (System.nanoTime() - since);
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private long nanos(int bytes) {
        return delay.toNanos() + TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond;
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("a socket can be closed", failed);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
