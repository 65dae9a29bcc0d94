package dev.platen.benchmarks.machine;

import java.io.UncheckedIOException;
import java.util.List;

/**
 * Keeps a server and what drives it on different cores, so that neither takes time from the other. Works where there is
 * {@code taskset} and more than one core; elsewhere nothing happens, and the report says so.
 */
public final class Cores {
    private static final int ALL = Runtime.getRuntime().availableProcessors();

    private Cores() {}

    /** Keeps the servers on the first core and this process on the last one; whether that was possible. */
    public static boolean separate(List<Long> servers) {
        if (ALL < 2) {
            return false;
        }
        try {
            servers.forEach(server -> pin(server, "0"));
            pin(ProcessHandle.current().pid(), Integer.toString(ALL - 1));
            return true;
        } catch (UncheckedIOException noTaskset) {
            return false;
        }
    }

    /** Lets all of them use every core again. */
    public static void share(List<Long> servers) {
        String all = "0-" + (ALL - 1);
        servers.forEach(server -> pin(server, all));
        pin(ProcessHandle.current().pid(), all);
    }

    private static void pin(long process, String cores) {
        Tool.run(List.of("taskset", "-a", "-c", "-p", cores, Long.toString(process)));
    }
}
