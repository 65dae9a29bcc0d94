package dev.platen.standalone;

import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One {@code platen up} for all tests that need nothing special of it; stopped after the last of them. */
final class RunningUp implements BeforeAllCallback {
    private static final Pattern KAFKA = Pattern.compile("Kafka serves (\\S+)");

    private static @Nullable Up process;

    @Override
    public void beforeAll(ExtensionContext context) {
        process = context.getRoot()
                .getStore(Namespace.create(RunningUp.class))
                .computeIfAbsent(Up.class, _ -> Up.start(), Up.class);
    }

    static int port() {
        return Objects.requireNonNull(process, "the extension starts it").port;
    }

    static Client client() {
        return Objects.requireNonNull(process, "the extension starts it").client;
    }

    /** What it has printed so far. */
    static String output() {
        return Objects.requireNonNull(process, "the extension starts it")
                .command
                .output();
    }

    /** Memory that it has at the moment. */
    static long residentKilobytes() {
        return Objects.requireNonNull(process, "the extension starts it")
                .command
                .residentKilobytes();
    }

    /** Where its broker is. */
    static String kafka() {
        String output = output();
        Matcher address = KAFKA.matcher(output);
        if (!address.find()) {
            throw new IllegalStateException("the output says where the broker is, found:\n" + output);
        }
        return address.group(1);
    }

    private record Up(int port, Command command, Client client) implements AutoCloseable {
        private static final Duration START = Duration.ofSeconds(90);

        static Up start() {
            int port = Ports.free();
            Path directory = directory();
            Command command = Command.start(
                            directory.resolve("up.log"),
                            "up",
                            "--port",
                            Integer.toString(port),
                            "--data-dir",
                            directory.resolve("data").toString())
                    .awaitReady(START);
            return new Up(port, command, new Client(port));
        }

        private static Path directory() {
            try {
                return Files.createTempDirectory(Path.of("target"), "up");
            } catch (IOException unwritable) {
                throw new UncheckedIOException("the build directory can be written", unwritable);
            }
        }

        @Override
        public void close() {
            client.close();
            command.close();
        }
    }
}
