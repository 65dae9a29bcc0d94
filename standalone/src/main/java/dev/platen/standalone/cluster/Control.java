package dev.platen.standalone.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * How a running cluster is told what to do: one line for one answer, through a socket in its data directory, which nobody
 * reaches who may not write there.
 */
public final class Control implements AutoCloseable {
    private static final String SOCKET = "control";
    private static final int MAX_LINE = 256;

    private final Path socket;
    private final ServerSocketChannel server;

    private Control(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /**
     * Listens from now on.
     *
     * @param answer what becomes of a line; called by one asker at a time
     * @throws IllegalStateException where the socket cannot be made, as where the name of the directory is too long for one
     */
    public static Control open(Path dataDirectory, UnaryOperator<String> answer) {
        Path socket = dataDirectory.resolve(SOCKET);
        try {
            Files.createDirectories(dataDirectory);
            Files.deleteIfExists(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            Control control = new Control(socket, server);
            Thread.ofVirtual().name("platen-control").start(() -> control.serve(answer));
            return control;
        } catch (IOException impossible) {
            throw new IllegalStateException(
                    "the cluster cannot be controlled through %s: %s; choose another data directory"
                            .formatted(socket, impossible.getMessage()),
                    impossible);
        }
    }

    private void serve(UnaryOperator<String> answer) {
        while (server.isOpen()) {
            try (SocketChannel asker = server.accept()) {
                String said = answer.apply(line(asker));
                asker.write(ByteBuffer.wrap(said.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException goneOrClosed) {
                // whoever asked does not listen any more, or nobody is answered any more
            }
        }
    }

    private static String line(SocketChannel asker) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_LINE);
        while (bytes.hasRemaining() && asker.read(bytes) >= 0) {
            int last = bytes.position() - 1;
            if (last >= 0 && bytes.get(last) == '\n') {
                break;
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    /**
     * Says a line to the cluster that runs in this directory, and returns what it answers.
     *
     * @throws IllegalStateException where none runs there
     */
    public static String ask(Path dataDirectory, String line) {
        Path socket = dataDirectory.resolve(SOCKET);
        try (SocketChannel cluster = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            cluster.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(cluster), StandardCharsets.UTF_8));
            return answer.readAllAsString();
        } catch (IOException nobody) {
            throw new IllegalStateException(
                    "no cluster runs in %s; start one with ./platen cluster, or name its --data-dir"
                            .formatted(dataDirectory),
                    nobody);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException("%s can be removed".formatted(socket), failed);
        }
    }
}
