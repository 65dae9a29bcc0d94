package dev.platen.benchmarks.conformance;

import dev.platen.contract.id.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packages that npm serves and the scripts that use them, in a folder of the user's cache that is kept between runs.
 *
 * @param path where it is
 */
record NpmFolder(Path path) {
    private static final int INSTALL_MINUTES = 10;
    private static final int SHORT_DIGEST = 12;
    private static final String INSTALLED = "installed";

    /** The folder with its packages, fetched where they are not there yet; empty where there is no node or no npm. */
    static Optional<NpmFolder> prepared(Path home) throws IOException {
        Path scripts = home.resolve("benchmarks/src/main/node/conformance");
        if (!runs("node") || !runs("npm")) {
            return Optional.empty();
        }
        String version =
                Digest.of(Files.readAllBytes(scripts.resolve("package.json"))).toString();
        Path folder = cache().resolve(version.substring(version.length() - SHORT_DIGEST));
        Files.createDirectories(folder);
        copy(scripts, folder);
        if (!Files.exists(folder.resolve(INSTALLED))) {
            install(folder);
        }
        return Optional.of(new NpmFolder(folder));
    }

    /** A process of one of the scripts. */
    ProcessBuilder script(String... command) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("node"), Stream.of(command)).toList());
        builder.directory(path.toFile());
        builder.environment().put("NODE_ENV", "production");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("platen/conformance");
    }

    private static boolean runs(String program) {
        try {
            return finish(new ProcessBuilder(program, "--version").redirectErrorStream(true)) == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static void copy(Path scripts, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void install(Path folder) throws IOException {
        System.out.printf("fetching packages from npm into %s (about 300 MB, once) …%n", folder);
        List<String> command =
                List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps");
        int status =
                finish(new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true));
        if (status != 0) {
            throw new IOException(
                    "npm install in %s ended with status %d; run it there to see why".formatted(folder, status));
        }
        Files.createFile(folder.resolve(INSTALLED));
    }

    private static int finish(ProcessBuilder builder) throws IOException {
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("%s did not end within %d minutes".formatted(builder.command(), INSTALL_MINUTES));
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
