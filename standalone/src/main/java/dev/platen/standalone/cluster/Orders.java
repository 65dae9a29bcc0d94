package dev.platen.standalone.cluster;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a running cluster does on request: {@code status}, or {@code scale renderer N}. */
public final class Orders implements UnaryOperator<String> {
    /** The line that asks how every member is. */
    public static final String STATUS = "status";

    /** What an answer begins with that says why nothing was done. */
    public static final String REFUSED = "refused: ";

    private static final Pattern SCALE = Pattern.compile("scale renderer (\\d{1,4})");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Cluster cluster;

    /** Orders to this cluster. */
    public Orders(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The line that asks for so many renderers. */
    public static String scale(int renderers) {
        return "scale renderer " + renderers;
    }

    @Override
    public String apply(String line) {
        Matcher scale = SCALE.matcher(line);
        try {
            if (scale.matches()) {
                cluster.scale(Integer.parseInt(scale.group(1)));
                cluster.awaitReady(PATIENCE, _ -> {});
                return status();
            }
            return line.equals(STATUS) ? status() : REFUSED + "'%s' is no order%n".formatted(line);
        } catch (IllegalArgumentException | IllegalStateException notPossible) {
            return REFUSED + "%s%n".formatted(notPossible.getMessage());
        }
    }

    private String status() {
        return cluster.members().stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Member member) {
        return member.line(cluster.isReady(member) ? "ready" : "not ready");
    }
}
