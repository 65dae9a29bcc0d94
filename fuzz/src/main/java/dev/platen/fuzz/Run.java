package dev.platen.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One target in a process of its own, because a finding may be one that ends it.
 *
 * @param target what is run
 * @param home folder of the project
 */
record Run(Target target, Path home) {
    private static final Pattern PROGRESS = Pattern.compile("#([0-9]+)\\s.*cov: ([0-9]+).*exec/s: ([0-9]+).*");
    private static final Pattern KEPT = Pattern.compile(".*Test unit written to (.+)");
    private static final long SHOWN_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int SLOWEST_SECONDS = 60;

    /** Runs so long, or until something is found: the file with the input. */
    Optional<Path> last(int minutes) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(home.resolve("fuzz/target/corpus").resolve(target.label()));
        Path findings = Files.createDirectories(home.resolve("fuzz/findings"));
        Process process = new ProcessBuilder(command(minutes, corpus, findings))
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Optional<Path> finding = Optional.empty();
        long shown = System.nanoTime();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                Matcher kept = KEPT.matcher(line);
                Matcher progress = PROGRESS.matcher(line);
                if (kept.matches()) {
                    finding = Optional.of(Path.of(kept.group(1)));
                } else if (!progress.matches()) {
                    tell(line);
                } else if (System.nanoTime() - shown > SHOWN_EVERY_NANOS) {
                    shown = System.nanoTime();
                    System.out.printf(
                            "  %s inputs, %s edges reached, %s a second%n",
                            progress.group(1), progress.group(2), progress.group(3));
                }
            }
        }
        int status = process.waitFor();
        if (status != 0 && finding.isEmpty()) {
            throw new IllegalStateException("fuzzing %s ended with status %d".formatted(target.label(), status));
        }
        return finding;
    }

    /** Of what the fuzzer says, what is about a finding. */
    private static void tell(String line) {
        boolean isFinding = line.startsWith("== Java Exception") || line.startsWith("\tat dev.platen");
        if (isFinding || line.startsWith("==") || line.startsWith("Caused by") || line.startsWith("Exception in")) {
            System.out.println("  " + line.strip());
        }
    }

    private List<String> command(int minutes, Path corpus, Path findings) {
        Path seeds = home.resolve("fuzz/src/test/resources/FuzzTest").resolve(target.label());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=dev.platen.**",
                "--reproducer_path=" + home.resolve("fuzz/target"),
                "-max_total_time=" + TimeUnit.MINUTES.toSeconds(minutes),
                "-timeout=" + SLOWEST_SECONDS,
                "-rss_limit_mb=0",
                "-artifact_prefix=" + findings + "/" + target.label() + "-",
                corpus.toString(),
                seeds.toString());
    }
}
