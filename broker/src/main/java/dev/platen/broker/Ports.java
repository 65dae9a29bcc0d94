package dev.platen.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds ports for servers whose address must be known before they start. Thread-safe. */
public final class Ports {
    /**
     * Systems take the near end of a connection from the ports above (RFC 6335, section 6; Linux from 32768). A server
     * whose port lay there would lose it to any client that connects meanwhile, even to its own peers asking for it.
     */
    private static final int EPHEMERAL = 32_768;

    private static final int LOWEST = 10_000;
    private static final int HUNDRED = 100;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(EPHEMERAL - LOWEST));

    private Ports() {}

    /**
     * A port of 127.0.0.1 that was free a moment ago, as was the port a hundred above it, which is never handed out.
     *
     * @throws UncheckedIOException if there is none
     */
    public static int free() {
        for (int tries = 0; tries < EPHEMERAL - LOWEST; tries++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), EPHEMERAL - LOWEST - HUNDRED);
            if (port / HUNDRED % 2 == 0 && isFree(port) && isFree(port + HUNDRED)) {
                return port;
            }
        }
        throw new UncheckedIOException(new IOException("127.0.0.1 has no free port below " + EPHEMERAL));
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
