package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.DebianProgram;
import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers that have nothing else to do than to return one page. */
final class PagePeers {
    /** Where nginx has the page; the other one has it everywhere. */
    static final String PATH = "/page.html";

    private PagePeers() {}

    /** {@link BareServer}. */
    static PeerProcess vertx(byte[] page) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        Path file = Files.write(folder.path().resolve("page.html"), page);
        int port = Ports.free();
        return PeerProcess.start(
                        folder,
                        port,
                        Map.of(),
                        PeerProcess.java(BareServer.class, Integer.toString(port), file.toString()))
                .await(() -> answers(port, page.length));
    }

    /** Debian's nginx with the page as a file, or nothing where there is none. */
    static Optional<PeerProcess> nginx(byte[] page) throws IOException {
        Optional<DebianProgram> program =
                DebianProgram.find("nginx", Home.path().resolve("benchmarks/target/debian"), List.of("nginx"));
        if (program.isEmpty()) {
            return Optional.empty();
        }
        TemporaryFolder folder = TemporaryFolder.create();
        Path root = folder.path();
        Files.write(root.resolve("page.html"), page);
        int port = Ports.free();
        Path configuration = Files.writeString(root.resolve("nginx.conf"), configuration(root, port));
        PeerProcess process = PeerProcess.start(
                folder,
                port,
                Map.of("LD_LIBRARY_PATH", program.get().libraries().toString()),
                List.of(program.get().executable().toString(), "-e", "stderr", "-c", configuration.toString()));
        return Optional.of(process.await(() -> answers(port, page.length)));
    }

    /** One process, no log, files kept open, connections for ever: as fast as it goes. */
    private static String configuration(Path root, int port) {
        return """
                daemon off;
                master_process off;
                worker_processes 1;
                pid %1$s/nginx.pid;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  types { text/html html; }
                  charset utf-8;
                  sendfile on;
                  tcp_nopush on;
                  open_file_cache max=16;
                  keepalive_requests 1000000000;
                  keepalive_timeout 3600s;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  server {
                    listen 127.0.0.1:%2$d;
                    root %1$s;
                  }
                }
                """.formatted(root, port);
    }

    private static boolean answers(int port, int length) {
        try (Client client = new Client(port)) {
            return client.get(PATH).body().length == length;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
