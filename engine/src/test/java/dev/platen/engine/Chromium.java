package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page in a browser that a test steers by the DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REPLY_SECONDS = 30;

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<ObjectValue>> replies = new ConcurrentHashMap<>();

    private Chromium(Process process, URI page) {
        this.process = process;
        this.socket = client.newWebSocketBuilder()
                .buildAsync(page, new Replies())
                .orTimeout(REPLY_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Starts a browser whose profile is in the folder. */
    static Chromium start(Path folder) throws IOException, InterruptedException {
        Path profile = folder.resolve("profile");
        ProcessBuilder builder = new ProcessBuilder(
                        AxeInChromium.browser().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile());
        builder.environment().put("TMPDIR", folder.toString());
        Process process = builder.start();
        try {
            Path port = profile.resolve("DevToolsActivePort");
            await().atMost(PATIENCE)
                    .until(() -> Files.exists(port) && Files.readString(port).contains("\n"));
            return new Chromium(process, page(Files.readAllLines(port).getFirst()));
        } catch (RuntimeException | IOException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static URI page(String port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/json/new".formatted(port)))
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .timeout(Duration.ofSeconds(REPLY_SECONDS))
                    .build();
            String reply = client.send(request, BodyHandlers.ofString()).body();
            return URI.create(text(parsed(reply), "webSocketDebuggerUrl"));
        }
    }

    /** Whether scripts of pages run, from the next page on. */
    void allowScripts(boolean areAllowed) {
        send("Emulation.setScriptExecutionDisabled", "{\"value\":%s}".formatted(!areAllowed));
    }

    void open(URI address) {
        send("Page.navigate", "{\"url\":\"%s\"}".formatted(address));
    }

    /** The value of an expression as text; empty while there is none. */
    String evaluate(String expression) {
        ObjectValue reply = send(
                "Runtime.evaluate",
                "{\"expression\":\"%s\",\"userGesture\":true,\"returnByValue\":true}"
                        .formatted("String(%s)"
                                .formatted(expression)
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")));
        return reply.member("result").orElse(null) instanceof ObjectValue outer
                        && outer.member("result").orElse(null) instanceof ObjectValue result
                        && result.member("value").orElse(null) instanceof StringValue value
                ? value.text()
                : "";
    }

    /** Waits until an expression has a value. */
    void awaitValue(String expression, String expected) {
        await(expression).atMost(PATIENCE).until(() -> evaluate(expression), expected::equals);
    }

    /** Waits for an element, gives it the focus, as a person would, and presses it. */
    void press(String id) {
        String element = "document.getElementById('%s')".formatted(id);
        awaitValue(element + " !== null && document.readyState", "complete");
        evaluate("(e => { e.focus(); e.click(); return 1; })(%s)".formatted(element));
    }

    private ObjectValue send(String method, String parameters) {
        int number = numbers.incrementAndGet();
        CompletableFuture<ObjectValue> reply = new CompletableFuture<>();
        replies.put(number, reply);
        socket.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(number, method, parameters), true)
                .join();
        return reply.orTimeout(REPLY_SECONDS, TimeUnit.SECONDS).join();
    }

    private static ObjectValue parsed(String json) {
        Document document = (Document) new DocumentParser(Limits.DEFAULT).parse(json.getBytes(UTF_8));
        return (ObjectValue) document.root();
    }

    private static String text(ObjectValue object, String member) {
        return ((StringValue) object.member(member).orElseThrow()).text();
    }

    /** Ends the browser with all that it started, so that nothing is written to its folder any more. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        socket.abort();
        client.close();
        process.destroy();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private final class Replies implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            message.append(data);
            if (isLast) {
                ObjectValue reply = parsed(message.toString());
                message.setLength(0);
                Value number = reply.member("id").orElse(null);
                if (number instanceof NumberValue id) {
                    Objects.requireNonNull(replies.remove(Integer.valueOf(id.text())), "a reply nobody waits for")
                            .complete(reply);
                }
            }
            from.request(1);
            return null;
        }
    }
}
