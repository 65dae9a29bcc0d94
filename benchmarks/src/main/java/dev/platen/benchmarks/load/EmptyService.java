package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.platen.benchmarks.machine.Jvm;
import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.benchmarks.machine.Tool;
import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The peer of a service: a Quarkus application with the extensions of that service, and not a single class of its own. */
final class EmptyService {
    private static final Pattern EXTENSION = Pattern.compile(
            "<groupId>io\\.quarkus</groupId>\\s*<artifactId>(quarkus-[a-z-]+)</artifactId>\\s*</dependency>");
    private static final Pattern VERSION = Pattern.compile("<quarkus\\.version>([^<]+)</quarkus\\.version>");

    private static final String READY = "/q/health/ready";

    private EmptyService() {}

    /** Builds the peer of a module with Maven, and starts it with the flags of a member of a cluster. */
    static PeerProcess start(String module) throws IOException {
        Path jar = build(module).resolve("target/quarkus-app/quarkus-run.jar");
        int port = Ports.free();
        return PeerProcess.start(TemporaryFolder.create(), port, Map.of(), Jvm.service(jar, port, Map.of()))
                .await(() -> isReady(port));
    }

    private static boolean isReady(int port) {
        try (Client client = new Client(port)) {
            return client.get(READY).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static Path build(String module) throws IOException {
        Path home = Home.path();
        Path folder =
                Files.createDirectories(home.resolve("benchmarks/target/empty").resolve(module));
        String pom = pom(Files.readString(home.resolve(module).resolve("pom.xml")), version(home));
        Path file = folder.resolve("pom.xml");
        Path jar = folder.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar) || !Files.readString(file).equals(pom)) {
            Files.writeString(file, pom, UTF_8);
            Tool.run(folder, List.of("mvn", "-B", "-q", "-ntp", "package"));
        }
        return folder;
    }

    private static String version(Path home) throws IOException {
        Matcher version = VERSION.matcher(Files.readString(home.resolve("pom.xml")));
        if (!version.find()) {
            throw new IllegalStateException("the root pom.xml names no version of Quarkus");
        }
        return version.group(1);
    }

    private static String pom(String service, String version) throws IOException {
        String extensions = EXTENSION
                .matcher(service)
                .results()
                .map(EmptyService::dependency)
                .collect(Collectors.joining());
        try (InputStream pom = Objects.requireNonNull(EmptyService.class.getResourceAsStream("empty.xml"))) {
            return new String(pom.readAllBytes(), UTF_8)
                    .replace("VERSION", version)
                    .replace("EXTENSIONS", extensions);
        }
    }

    private static String dependency(MatchResult extension) {
        return """
                    <dependency>
                      <groupId>io.quarkus</groupId>
                      <artifactId>%s</artifactId>
                    </dependency>
                """.formatted(extension.group(1));
    }
}
