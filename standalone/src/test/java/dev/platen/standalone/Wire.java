package dev.platen.standalone;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What connects somebody with a server: can be cut, and mended. Thread-safe. */
final class Wire implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;

    Wire(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.port = listening.getLocalPort();
        accept(listening);
    }

    int port() {
        return port;
    }

    /** From now on nobody is there. */
    synchronized void cut() {
        close(listening);
        sockets.forEach(Wire::close);
        sockets.clear();
    }

    /** From now on the server is there again. */
    synchronized void mend() throws IOException {
        listening = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        accept(listening);
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
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException ended) {
                close(from);
            }
            close(to);
            sockets.remove(from);
        });
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
