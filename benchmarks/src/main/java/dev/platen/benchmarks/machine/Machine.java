package dev.platen.benchmarks.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where figures were taken.
 *
 * @param cores processors that the JVM sees
 * @param processor their model
 * @param memoryMebibytes of the machine
 * @param java version and vendor of the JVM
 * @param system operating system and architecture
 * @param commit what was measured, and whether it had changes that no commit holds
 * @param load load average of the last minute before the run; above 1, others were at work too
 */
public record Machine(
        int cores, String processor, long memoryMebibytes, String java, String system, String commit, double load) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** This machine, now. */
    public static Machine look(Path repository) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                processorModel(),
                system.getTotalMemorySize() / (1024 * 1024),
                System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"),
                "%s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()),
                measuredCommit(repository),
                system.getSystemLoadAverage());
    }

    private static String processorModel() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static String measuredCommit(Path repository) {
        String commit = git(repository, "rev-parse", "--short", "HEAD");
        // Results of earlier runs are not what is measured.
        String changes = git(repository, "status", "--porcelain", "--", ".", ":!benchmarks/results");
        return commit + (changes.isEmpty() ? "" : " with uncommitted changes");
    }

    private static String git(Path repository, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        return Tool.run(command).trim();
    }
}
