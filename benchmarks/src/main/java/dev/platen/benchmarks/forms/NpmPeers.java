package dev.platen.benchmarks.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.benchmarks.report.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The libraries from npm, each run in a process of its own that is ended when it takes too long.
 *
 * @param folder where the scripts and the libraries are
 * @param seconds length of a measurement
 */
record NpmPeers(Path folder, int seconds) {
    /** What a report says where the libraries could not be fetched. */
    static final String MISSING =
            "The libraries from npm were left out: there is no npm here, or it cannot fetch them.";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int INSTALL_SECONDS = 300;
    private static final int RUN_SECONDS = 120;

    /** What a peer did: the times of its rounds in microseconds, and its page. */
    record Rendered(Samples micros, String page) {}

    /** Fetches the libraries into the cache unless they are there; empty, with a word on why, where that is impossible. */
    static Optional<NpmPeers> fetch(Path home, boolean isQuick) throws IOException {
        Path cache = Files.createDirectories(home.resolve("benchmarks/target/npm-peers"));
        try (Stream<Path> scripts = Files.list(home.resolve("benchmarks/src/main/node/peers"))) {
            for (Path script : scripts.toList()) {
                Files.copy(script, cache.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try {
            run(cache, INSTALL_SECONDS, List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock"));
        } catch (IOException noNpm) {
            System.out.println("platen bench: the libraries from npm are left out: " + noNpm.getMessage());
            return Optional.empty();
        }
        return Optional.of(new NpmPeers(cache, isQuick ? 1 : 5));
    }

    /** Runs a script on some JSON. */
    Rendered render(String script, byte[] json) throws IOException {
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            Path input = Files.write(temporary.path().resolve("input.json"), json);
            Path output = temporary.path().resolve("page.html");
            String printed = run(
                    folder,
                    RUN_SECONDS,
                    List.of("node", script, input.toString(), output.toString(), Integer.toString(seconds)));
            List<Double> rounds = new ArrayList<>();
            for (JsonNode round : MAPPER.readTree(printed).path("rounds")) {
                rounds.add(round.asDouble());
            }
            return new Rendered(new Samples(rounds), Files.readString(output));
        }
    }

    private static String run(Path folder, int seconds, List<String> command) throws IOException {
        Path printed = Files.createTempFile("platen-npm", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(printed.toFile());
        builder.environment().put("NODE_ENV", "production");
        Process process = builder.start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("%s did not end well within %d seconds".formatted(command, seconds));
            }
            return Files.readString(printed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
            Files.delete(printed);
        }
    }
}
