package dev.platen.helm.kafka;

import static java.util.Map.entry;

import dev.platen.broker.Ports;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka of one node on 127.0.0.1 that lets in by a certificate over TLS, or by name and password over TLS. It shows a
 * certificate that only those believe who know its authority. Thread-safe.
 */
public final class SecuredKafka implements AutoCloseable {
    /** The name of the one user; its certificate says the same. */
    public static final String USER = "platen";

    /** The user's password, with characters that mean something in files of settings. */
    public static final String PASSWORD = "4 $horses & ${a}=b; #d";

    private static final int SCRAM_ITERATIONS = 4_096;
    private static final int PATIENCE_SECONDS = 30;

    private final KafkaRaftServer server;
    private final Certificates certificates;
    private final int open;
    private final int certified;
    private final int named;

    private SecuredKafka(Path folder) {
        certificates = Certificates.make(folder);
        open = Ports.free();
        certified = Ports.free();
        named = Ports.free();
        Path data = format(folder.resolve("kafka"));
        server = new KafkaRaftServer(settings(data, Ports.free()), Time.SYSTEM);
    }

    /** Starts it, with its files in an empty folder; it lets the user in as soon as this returns. */
    public static SecuredKafka start(Path folder) {
        SecuredKafka kafka = new SecuredKafka(folder);
        kafka.server.startup();
        kafka.knowTheUser();
        return kafka;
    }

    private static Path format(Path data) {
        try (PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(silence)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName("CONTROLLER")
                    .run();
            return data;
        } catch (Exception cannotWrite) {
            throw new IllegalStateException("%s cannot be formatted for Kafka".formatted(data), cannotWrite);
        }
    }

    private KafkaConfig settings(Path data, int controller) {
        String listeners = "CONTROLLER://127.0.0.1:%d,OPEN://%s,CERTIFIED://%s,NAMED://%s"
                .formatted(controller, address(open), byCertificate(), byPassword());
        String scram = "org.apache.kafka.common.security.scram.ScramLoginModule required;";
        String plain = "org.apache.kafka.common.security.plain.PlainLoginModule required user_%s=\"%s\";"
                .formatted(USER, PASSWORD);
        return new KafkaConfig(Map.ofEntries(
                entry("node.id", 1),
                entry("process.roles", "broker,controller"),
                entry("log.dirs", data.toString()),
                entry("listeners", listeners),
                entry("advertised.listeners", listeners.substring(listeners.indexOf(',') + 1)),
                entry(
                        "listener.security.protocol.map",
                        "CONTROLLER:PLAINTEXT,OPEN:PLAINTEXT,CERTIFIED:SSL,NAMED:SASL_SSL"),
                entry("inter.broker.listener.name", "OPEN"),
                entry("controller.listener.names", "CONTROLLER"),
                entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
                entry("offsets.topic.replication.factor", "1"),
                entry("offsets.topic.num.partitions", 1),
                entry("group.initial.rebalance.delay.ms", 0),
                entry("log.cleaner.dedupe.buffer.size", 4 * 1024 * 1024),
                entry("ssl.keystore.type", "PEM"),
                entry("ssl.keystore.certificate.chain", certificates.chain("broker")),
                entry("ssl.keystore.key", certificates.key("broker")),
                entry("ssl.truststore.type", "PEM"),
                entry("ssl.truststore.certificates", certificates.chain("ca")),
                entry("listener.name.certified.ssl.client.auth", "required"),
                entry("listener.name.named.sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN"),
                entry("listener.name.named.scram-sha-512.sasl.jaas.config", scram),
                entry("listener.name.named.plain.sasl.jaas.config", plain)));
    }

    private void knowTheUser() {
        ScramCredentialInfo kind = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address(open)))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, kind, PASSWORD)))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new IllegalStateException("Kafka does not take the user", refused);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka starts", impatient);
        }
    }

    private static String address(int port) {
        return "127.0.0.1:" + port;
    }

    /** {@code host:port} where TLS is spoken and a certificate is wanted. */
    public String byCertificate() {
        return address(certified);
    }

    /** {@code host:port} where TLS is spoken and name and password are wanted, by SCRAM-SHA-512 or PLAIN. */
    public String byPassword() {
        return address(named);
    }

    /** {@code host:port} where everybody is let in. */
    public String forEverybody() {
        return address(open);
    }

    /**
     * Puts files below a folder as Kubernetes mounts what the chart names below {@code /etc/platen}, for the reviewed values
     * with SCRAM: the Secrets in {@code kafka-ca}, {@code kafka-client} and {@code kafka-sasl}, and the settings in
     * {@code kafka-settings}.
     *
     * @return the file of settings
     */
    public Path mount(Path folder) {
        mountSecrets(folder);
        return write(
                folder,
                "kafka-settings/kafka.properties",
                reviewedSettings().replace("/etc/platen", folder.toString()));
    }

    /** As they stand in the rendering of the chart that was reviewed last. */
    private static String reviewedSettings() {
        Path rendering =
                Home.path().resolve("helm/src/test/resources/dev/platen/helm/chart/RenderingTest/sasl-values.yaml");
        try (Stream<String> lines = Files.lines(rendering)) {
            return lines.dropWhile(line -> !line.equals("  kafka.properties: |"))
                    .skip(1)
                    .takeWhile(line -> line.startsWith("    "))
                    .map(String::strip)
                    .collect(Collectors.joining("\n"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Puts the Secrets alone there. */
    public void mountSecrets(Path folder) {
        write(folder, "kafka-ca/ca.crt", certificates.chain("ca"));
        write(folder, "kafka-client/tls.crt", certificates.chain("client"));
        write(folder, "kafka-client/tls.key", certificates.key("client"));
        write(folder, "kafka-sasl/username", USER);
        write(folder, "kafka-sasl/password", PASSWORD);
    }

    /** From now on the Secret there names an authority that the broker's certificate is not from. */
    public void mountStranger(Path folder) {
        write(folder, "kafka-ca/ca.crt", certificates.chain("stranger"));
    }

    /** From now on the password there is wrong. */
    public static void mountWrongPassword(Path folder) {
        write(folder, "kafka-sasl/password", "guessed");
    }

    private static Path write(Path folder, String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, content);
        } catch (IOException full) {
            throw new UncheckedIOException("%s cannot be written".formatted(name), full);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
