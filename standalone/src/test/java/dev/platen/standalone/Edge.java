package dev.platen.standalone;

import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Debian;
import dev.platen.testkit.Home;
import dev.platen.testkit.Termination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A cache of the examples in front of a gateway: a process of its own, in a folder of its own, on loopback. */
final class Edge implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Path folder;
    private final int port;
    private final Client client;

    private Edge(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.client = new Client(port);
    }

    static Edge nginx(Path program, Path folder, int gateway) throws IOException {
        int port = Ports.free();
        Path settings = settings("nginx.conf", folder, port, gateway);
        Files.createDirectories(folder.resolve("nginx-temp"));
        // The workers of a master that may do everything would be somebody who may not enter the folder.
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        return start(
                folder,
                port,
                List.of(
                        program.toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        settings.toString(),
                        "-e",
                        "stderr",
                        "-g",
                        "daemon off;" + user));
    }

    static Edge varnish(Path program, Path folder, int gateway) throws IOException {
        int port = Ports.free();
        Path settings = settings("varnish.vcl", folder, port, gateway);
        return start(
                folder,
                port,
                List.of(
                        program.toString(),
                        "-F",
                        "-j",
                        "none",
                        "-T",
                        "none",
                        "-n",
                        folder.resolve("state").toString(),
                        "-P",
                        folder.resolve("varnish.pid").toString(),
                        "-a",
                        "127.0.0.1:" + port,
                        "-f",
                        settings.toString(),
                        "-s",
                        "default,32m",
                        "-p",
                        "vmod_path=" + Debian.path(Debian.LIBRARIES + "/varnish/vmods")));
    }

    /** The file of the examples as it is, but for the ports. */
    private static Path settings(String name, Path folder, int port, int gateway) throws IOException {
        String example = Files.readString(Home.path().resolve("examples/edge").resolve(name));
        return Files.writeString(
                folder.resolve(name),
                example.replace("8080", Integer.toString(gateway)).replace("8088", Integer.toString(port)));
    }

    private static Edge start(Path folder, int port, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("LD_LIBRARY_PATH", Debian.libraries());
        return new Edge(builder.start(), folder, port);
    }

    Client client() {
        return client;
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    /** Whether it still runs; otherwise throws with what it said. */
    boolean isRunning() {
        if (process.isAlive()) {
            return true;
        }
        try {
            throw new IllegalStateException("it ended: " + Files.readString(folder.resolve("log")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("its log cannot be read", unreadable);
        }
    }

    /** SIGTERM, and {@code kill -9} only if that does not help. */
    @Override
    public void close() {
        client.close();
        Termination.of(process, PATIENCE);
    }
}
