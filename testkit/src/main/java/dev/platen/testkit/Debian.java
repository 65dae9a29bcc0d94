package dev.platen.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs that the tests need and the product does not: those that are installed, otherwise Debian's packages of them,
 * unpacked in the build directory. Nothing is installed and no service is started.
 */
public final class Debian {
    /** Where Debian has the libraries of this kind of machine. */
    public static final String LIBRARIES =
            "usr/lib/%s-linux-gnu".formatted(System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64");

    private static final Path FOLDER = Path.of("target", "debian").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 120;

    private Debian() {}

    /** A program; empty where it is neither installed nor can be had. */
    public static synchronized Optional<Path> program(String name, List<String> packages) {
        return installed(name).or(() -> unpacked(name)).or(() -> fetch(packages) ? unpacked(name) : Optional.empty());
    }

    /** Where the unpacked packages have a folder; that of the system where they have none. */
    public static Path path(String folder) {
        Path unpacked = FOLDER.resolve("root").resolve(folder);
        return Files.exists(unpacked) ? unpacked : Path.of("/", folder);
    }

    /** Where unpacked programs find their libraries. */
    public static String libraries() {
        Path libraries = path(LIBRARIES);
        return libraries + File.pathSeparator + libraries.resolve("varnish");
    }

    private static Optional<Path> installed(String name) {
        String folders = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(folders.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> unpacked(String name) {
        return Stream.of("root/usr/sbin", "root/usr/bin")
                .map(folder -> FOLDER.resolve(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean fetch(List<String> packages) {
        try {
            Files.createDirectories(FOLDER);
            Path script = Files.writeString(FOLDER.resolve("fetch.sh"), """
                    set -e
                    apt-get -qq download "$@"
                    for package in *.deb; do dpkg-deb -x "$package" root; done
                    rm -- *.deb
                    """);
            ProcessBuilder builder = new ProcessBuilder(
                            Stream.concat(Stream.of("sh", script.toString()), packages.stream())
                                    .toList())
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("fetch.log").toFile());
            Process process = builder.start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException cannotFetch) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
