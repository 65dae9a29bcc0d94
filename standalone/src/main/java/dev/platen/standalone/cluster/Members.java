package dev.platen.standalone.cluster;

import dev.platen.broker.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The command line of every process: which service, how much memory, and where it finds the others. */
final class Members {
    static final String BROKER = "broker";

    private static final Duration RESTART_DELAY = Duration.ofMillis(500);

    /**
     * One of several brokers is waited for by its partitions when it is back before its session has ended, which takes three
     * seconds, and others only then take them over.
     */
    private static final Duration RETURN_DELAY = Duration.ofSeconds(5);

    static final String RENDERER = "render-";

    /** What is said of traces and logs to this process holds for all. */
    private static final Pattern OBSERVED = Pattern.compile("(platen\\.tracing|platen\\.log|quarkus\\.log)\\..+");

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
    private final int[] brokerPorts;
    private final int[] controllerPorts;
    private final int[] cachePorts = ports(2);
    private final int[] groupPorts = ports(2);

    Members(Path home, ClusterConfig config) {
        this.home = home;
        this.config = config;
        brokerPorts = ports(config.brokers());
        controllerPorts = ports(config.brokers());
    }

    private static int[] ports(int number) {
        return IntStream.range(0, number).map(_ -> Ports.free()).toArray();
    }

    List<Member> all() {
        List<Member> members = new ArrayList<>();
        IntStream.range(0, config.brokers()).forEach(index -> members.add(broker(index)));
        members.add(cache(0));
        members.add(cache(1));
        members.add(service("compiler-service", "compiler", Ports.free(), Map.of()));
        IntStream.rangeClosed(1, config.renderers()).forEach(number -> members.add(renderer(number)));
        members.add(gateway());
        return members;
    }

    Member renderer(int number) {
        return service("render-service", RENDERER + number, Ports.free(), FragmentKey.of(config.dataDirectory()));
    }

    private Member gateway() {
        Map<String, String> own = new TreeMap<>(Identity.of(config.apiKeys().orElse(null)));
        own.putAll(FragmentKey.of(config.dataDirectory()));
        own.put("platen.gateway.reply-partition", "0");
        return service("gateway", "gateway", config.port(), own);
    }

    private Member broker(int index) {
        String name = config.brokers() == 1 ? BROKER : BROKER + "-" + (index + 1);
        List<String> command = java("standalone");
        command.addAll(List.of(BROKER, config.dataDirectory().resolve(name).toString(), "" + brokerPorts[index]));
        if (config.brokers() > 1) {
            command.add("" + (index + 1));
            IntStream.of(controllerPorts).forEach(port -> command.add("" + port));
        }
        return new Member(
                name, brokerPorts[index], command, log(name), config.brokers() == 1 ? RESTART_DELAY : RETURN_DELAY);
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
        System.getProperties().stringPropertyNames().stream()
                .filter(key -> OBSERVED.matcher(key).matches())
                .forEach(key -> settings.put(key, System.getProperty(key)));
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", "" + port);
        settings.put("platen.kafka.bootstrap-servers", bootstrapServers());
        settings.put("platen.kafka.replication", "" + config.brokers());
        settings.put("platen.kafka.member", name);
        settings.put(
                "platen.cache-client.servers", "127.0.0.1:%d;127.0.0.1:%d".formatted(cachePorts[0], cachePorts[1]));
        List<String> command = java(module);
        settings.forEach((key, value) -> command.add(1, "-D%s=%s".formatted(key, value)));
        return new Member(name, port, command, log(name), RESTART_DELAY);
    }

    private String bootstrapServers() {
        return IntStream.of(brokerPorts).mapToObj(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
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
