package dev.platen.benchmarks.machine;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM of this machine, seen from outside.
 *
 * @param process its id
 */
public record Jvm(long process) {
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;
    private static final double BYTES_PER_MEBIBYTE = 1024 * KIBIBYTES_PER_MEBIBYTE;
    private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

    /** The command line of a packaged Quarkus application on loopback, with the flags of a member of a cluster. */
    public static List<String> service(Path jar, int port, Map<String, String> properties) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port));
        properties.forEach((key, value) -> command.add("-D%s=%s".formatted(key, value)));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Physical memory in use, in MiB, as Linux counts it. */
    public double residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(process))).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElseThrow()
                    / KIBIBYTES_PER_MEBIBYTE;
        } catch (IOException notLinux) {
            throw new UncheckedIOException("memory of processes can be measured on Linux only", notLinux);
        }
    }

    /** Heap that is still reachable, in MiB; makes the JVM collect its garbage. */
    public double liveHeapMebibytes() {
        Matcher total = TOTAL.matcher(jcmd("GC.class_histogram"));
        if (!total.find()) {
            throw new IllegalStateException("process %d did not count its heap".formatted(process));
        }
        return Double.parseDouble(total.group(1)) / BYTES_PER_MEBIBYTE;
    }

    /** Processor time that the process has used so far. */
    public Duration processorTime() {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process %d has ended".formatted(process)));
    }

    /** A system property of the JVM. */
    public String property(String name) {
        String printed = jcmd("VM.system_properties");
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(printed.substring(printed.indexOf('\n') + 1)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string can be read", impossible);
        }
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("process %d has no property %s".formatted(process, name));
        }
        return value;
    }

    private String jcmd(String command) {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Tool.run(List.of(tool, Long.toString(process), command));
    }
}
