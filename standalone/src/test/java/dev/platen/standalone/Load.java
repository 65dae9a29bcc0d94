package dev.platen.standalone;

import static org.awaitility.Awaitility.await;

import dev.platen.testkit.Client;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Some callers who never pause: each renders a page that nobody has rendered before, and then submits its data. Notes
 * every answer that is not the right one, and what was accepted.
 */
final class Load implements AutoCloseable {
    /** How many they are: so many requests are under way at any time. */
    static final int CALLERS = 4;

    private static final int ANSWERS_BETWEEN = 100;
    private static final byte[] SCHEMA = """
            {"type": "object", "title": "Load", "properties": {"n": {"type": "integer", "title": "Number"}}}
            """.getBytes(StandardCharsets.UTF_8);

    private final Client client;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();
    private final int first;
    private final AtomicInteger numbers;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean running = true;

    /** Starts to call with numbers from {@code first}; the schema that is rendered is stored before. */
    Load(Client client, int first) {
        this.client = client;
        this.first = first;
        this.numbers = new AtomicInteger(first);
        client.put("/v1/schemas/load", SCHEMA);
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofVirtual().start(this::call));
        }
    }

    private void call() {
        while (running) {
            int number = numbers.incrementAndGet();
            byte[] body = "{\"data\": {\"n\": %d}}".formatted(number).getBytes(StandardCharsets.UTF_8);
            try {
                HttpResponse<byte[]> page = client.post("/v1/schemas/load/render", body);
                check(page, 200, number, Client.text(page).contains("value=\"%d\"".formatted(number)));
                HttpResponse<byte[]> form =
                        client.post("/v1/schemas/load/submissions", body, "content-type", "application/json");
                if (check(form, 202, number, true)) {
                    accepted.add(number);
                }
            } catch (UncheckedIOException away) {
                unanswered.incrementAndGet();
            }
        }
    }

    private boolean check(HttpResponse<byte[]> answer, int status, int number, boolean isRight) {
        answers.incrementAndGet();
        if (answer.statusCode() == status && isRight) {
            return true;
        }
        wrong.add("%d: %d %s".formatted(number, answer.statusCode(), Client.text(answer)));
        return false;
    }

    /** Waits until some more requests are answered, whatever the answers. */
    void awaitAnswers() {
        int before = answers();
        await().atMost(RunningCluster.START).until(() -> answers() >= before + ANSWERS_BETWEEN);
    }

    /** Answers so far. */
    int answers() {
        return answers.get();
    }

    /** Requests whose connection ended without an answer. */
    int unanswered() {
        return unanswered.get();
    }

    /** Every wrong answer so far. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Whether a number was submitted by this load, if loads start a million apart. */
    boolean isOwn(int number) {
        return number >= first && number < first + 1_000_000;
    }

    /** The numbers whose submission was answered as accepted. */
    Set<Integer> accepted() {
        return accepted;
    }

    /** Waits for the last answers. */
    void stop() {
        running = false;
        callers.forEach(caller -> {
            try {
                caller.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        stop();
    }
}
