package dev.platen.standalone.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The services as processes of this machine. Thread-safe. */
public final class Cluster implements AutoCloseable {
    private static final Duration PROBE = Duration.ofMillis(100);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Members made;
    private final List<Member> members;

    private Cluster(Members made) {
        this.made = made;
        this.members = new CopyOnWriteArrayList<>(made.all());
    }

    /**
     * Starts every process and returns at once; {@link #awaitReady} waits for them.
     *
     * @param home the folder with the built services
     */
    public static Cluster start(Path home, ClusterConfig config) {
        Cluster cluster = new Cluster(new Members(home, config));
        cluster.members.forEach(Member::start);
        return cluster;
    }

    /**
     * Starts renderers, or stops those that were started last, until there are so many. Returns when those that are stopped
     * have finished what they had begun; {@link #awaitReady} waits for those that are started.
     */
    public synchronized void scale(int renderers) {
        ClusterConfig.requireRenderers(renderers);
        List<Member> present = members.stream()
                .filter(member -> member.name().startsWith(Members.RENDERER))
                .toList();
        for (Member tooMany : present.stream().skip(renderers).toList()) {
            members.remove(tooMany);
            tooMany.stop();
        }
        for (int number = present.size() + 1; number <= renderers; number++) {
            Member more = made.renderer(number);
            members.add(members.size() - 1, more); // before the gateway, which is stopped first
            more.start();
        }
    }

    /** Every member, in the order in which they start. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    /** The member of that name. */
    public Member member(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the cluster has no member '%s'".formatted(name)));
    }

    /**
     * Waits until every service says that it is ready.
     *
     * @param onReady called for each member as it becomes ready
     * @throws IllegalStateException if one is not ready in time, with the end of the log of the first of them
     */
    public void awaitReady(Duration patience, Consumer<Member> onReady) {
        long end = System.nanoTime() + patience.toNanos();
        List<Member> waiting = new ArrayList<>(members.stream()
                .filter(member -> !member.name().startsWith(Members.BROKER))
                .toList());
        while (!waiting.isEmpty()) {
            for (Member member : List.copyOf(waiting)) {
                if (isReady(member)) {
                    waiting.remove(member);
                    onReady.accept(member);
                }
            }
            if (System.nanoTime() > end) {
                Member first = waiting.getFirst();
                throw new IllegalStateException("%s not ready after %d s; the log %s ends with%n%s"
                        .formatted(
                                waiting.stream().map(Member::name).toList(),
                                patience.toSeconds(),
                                first.log(),
                                first.lastWords()));
            }
            LockSupport.parkNanos(PROBE.toNanos());
        }
    }

    /** Whether the service says of itself that it can answer; a broker speaks no HTTP, and is taken for ready while it runs. */
    public boolean isReady(Member member) {
        if (member.name().startsWith(Members.BROKER)) {
            return member.handle().isAlive();
        }
        URI probe = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(member.port()));
        try {
            return http.send(
                                    HttpRequest.newBuilder(probe)
                                            .timeout(PROBE_TIMEOUT)
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops every process, the gateway first and the broker last. */
    @Override
    public void close() {
        members().reversed().forEach(Member::stop);
        http.close();
    }
}
