package dev.platen.standalone.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The command line of every process: which service, how much memory, and where it finds the others. */
final class Members {
    static final String BROKER = "broker";

    /** Small, because all of them share one machine; the same collector and headers as in the container. */
    private static final List<String> JVM = List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dorg.infinispan.threads.virtual=false",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path home;
    private final ClusterConfig config;
    private final int brokerPort = Ports.free();
    private final int[] cachePorts = {Ports.free(), Ports.free()};
    private final int[] groupPorts = {Ports.free(), Ports.free()};

    Members(Path home, ClusterConfig config) {
        this.home = home;
        this.config = config;
    }

    List<Member> all() {
        List<Member> members = new ArrayList<>();
        members.add(broker());
        members.add(cache(0));
        members.add(cache(1));
        members.add(service("compiler-service", "compiler", Ports.free(), Map.of()));
        IntStream.rangeClosed(1, config.renderers())
                .forEach(n -> members.add(service(
                        "render-service", "render-" + n, Ports.free(), FragmentKey.of(config.dataDirectory()))));
        members.add(gateway());
        return members;
    }

    private Member gateway() {
        Map<String, String> own = new TreeMap<>(Identity.of(config.apiKeys().orElse(null)));
        own.putAll(FragmentKey.of(config.dataDirectory()));
        own.put("platen.gateway.reply-partition", "0");
        return service("gateway", "gateway", config.port(), own);
    }

    private Member broker() {
        List<String> command = java("standalone");
        command.addAll(List.of(BROKER, config.dataDirectory().resolve(BROKER).toString(), "" + brokerPort));
        return new Member(BROKER, brokerPort, command, log(BROKER));
    }

    private Member cache(int index) {
        return service(
                "cache-service",
                "cache-" + (index + 1),
                Ports.free(),
                Map.of(
                        "platen.cache.port", "" + cachePorts[index],
                        "platen.cache.peer-port", "" + groupPorts[index],
                        "platen.cache.peers", "127.0.0.1:%d,127.0.0.1:%d".formatted(groupPorts[0], groupPorts[1])));
    }

    private Member service(String module, String name, int port, Map<String, String> own) {
        Map<String, String> settings = new TreeMap<>(own);
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", "" + port);
        settings.put("platen.kafka.bootstrap-servers", "127.0.0.1:" + brokerPort);
        settings.put("platen.kafka.member", name);
        settings.put(
                "platen.cache-client.servers", "127.0.0.1:%d;127.0.0.1:%d".formatted(cachePorts[0], cachePorts[1]));
        List<String> command = java(module);
        settings.forEach((key, value) -> command.add(1, "-D%s=%s".formatted(key, value)));
        return new Member(name, port, command, log(name));
    }

    private List<String> java(String module) {
        Path jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("%s is missing; run ./platen build".formatted(jar));
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private Path log(String name) {
        return config.dataDirectory().resolve("logs").resolve(name + ".log");
    }
}
