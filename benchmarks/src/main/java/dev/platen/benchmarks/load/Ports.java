package dev.platen.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports for servers whose address must be known before they start. */
final class Ports {
    private Ports() {}

    /** A port of 127.0.0.1 that was free a moment ago. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("127.0.0.1 has no free port", none);
        }
    }
}
