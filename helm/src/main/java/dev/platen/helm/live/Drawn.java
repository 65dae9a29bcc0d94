package dev.platen.helm.live;

import dev.platen.helm.dashboard.Dashboard;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The drawings of the documentation, made anew where {@code -Dplaten.goldens=write} asks for it and nowhere else. */
public final class Drawn {
    private Drawn() {}

    /** Every dashboard of the repository, by name. */
    public static List<Dashboard> dashboards() throws IOException {
        List<Dashboard> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Home.path().resolve("dashboards"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                all.add(Dashboard.read(file));
            }
        }
        return all;
    }

    /** Draws the dashboards that are wanted, once Prometheus has run for so long. */
    public static void where(
            List<Dashboard> dashboards, Prometheus prometheus, Predicate<Dashboard> wanted, Duration age)
            throws IOException {
        if (!"write".equals(System.getProperty("platen.goldens"))) {
            return;
        }
        Instant due = prometheus.started().plus(age);
        while (Instant.now().isBefore(due)) {
            LockSupport.parkNanos(Duration.between(Instant.now(), due).toNanos());
        }
        Path folder = Files.createDirectories(Home.path().resolve("docs/dashboards"));
        for (Dashboard dashboard : dashboards.stream().filter(wanted).toList()) {
            String name = dashboard.model().path("uid").asText() + ".svg";
            Files.writeString(folder.resolve(name), Drawing.of(dashboard, prometheus));
        }
    }
}
