package dev.platen.benchmarks.machine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that Debian has: the one of this machine, or one that was fetched with {@code apt-get download} and unpacked
 * into a folder of its own. Nothing is installed, and no service is started.
 *
 * @param executable where it is
 * @param libraries folder with the libraries that came with it
 */
public record DebianProgram(Path executable, Path libraries) {
    private static final String LIBRARIES = "usr/lib/x86_64-linux-gnu";

    /**
     * Finds or fetches a program.
     *
     * @param name of the executable
     * @param folder where it is unpacked
     * @param packages that hold it and the libraries which a plain Debian lacks
     * @return the program, or nothing where it is neither here nor to be had
     */
    public static Optional<DebianProgram> find(String name, Path folder, List<String> packages) {
        Path root = folder.resolve(name);
        return executable(name, root).or(() -> {
            fetch(root, packages);
            return executable(name, root);
        });
    }

    private static Optional<DebianProgram> executable(String name, Path root) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(
                        Stream.of(path.split(File.pathSeparator)).map(Path::of),
                        Stream.of(Path.of("/usr/sbin"), root.resolve("usr/sbin"), root.resolve("usr/bin")))
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .map(file -> new DebianProgram(file, root.resolve(LIBRARIES)))
                .findFirst();
    }

    private static void fetch(Path root, List<String> packages) {
        try {
            Files.createDirectories(root);
            List<String> download = new ArrayList<>(List.of("apt-get", "download", "-qq"));
            download.addAll(packages);
            Tool.run(root, download);
            try (DirectoryStream<Path> archives = Files.newDirectoryStream(root, "*.deb")) {
                archives.forEach(archive -> Tool.run(List.of("dpkg-deb", "-x", archive.toString(), root.toString())));
            }
        } catch (IOException | UncheckedIOException notDebian) {
            System.out.printf(
                    "platen bench: %s cannot be fetched, so it is left out (%s)%n", packages, notDebian.getMessage());
        }
    }
}
