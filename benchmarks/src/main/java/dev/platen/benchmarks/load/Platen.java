package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.platen.benchmarks.machine.Jvm;
import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Command;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Platen as it is shipped, ready, on an empty data folder; stopped when closed, and when this process ends. */
final class Platen implements AutoCloseable {
    /** Where the pages of the stored document are. */
    static final String PAGE = "/v1/schemas/sign-up/render";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern MEMBER = Pattern.compile("platen: (\\S+) +ready .* pid (\\d+) ");

    private final TemporaryFolder folder;
    private final Command command;
    private final int port;
    private final double secondsToReady;

    private Platen(TemporaryFolder folder, Command command, int port, double secondsToReady) {
        this.folder = folder;
        this.command = command;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /** Starts {@code platen up} or {@code platen cluster} and waits until it says that it is ready. */
    static Platen start(String verb) {
        return start(verb, Map.of());
    }

    /** The same, with settings as variables of the environment, and further arguments. */
    static Platen start(String verb, Map<String, String> settings, String... more) {
        TemporaryFolder folder = TemporaryFolder.create();
        int port = Ports.free();
        long started = System.nanoTime();
        List<String> line = new ArrayList<>(List.of(
                verb,
                "--port",
                Integer.toString(port),
                "--data-dir",
                folder.path().resolve("data").toString()));
        line.addAll(List.of(more));
        Command command = Command.start(folder.path().resolve("output.log"), settings, line.toArray(String[]::new));
        Runtime.getRuntime().addShutdownHook(new Thread(command::close));
        command.awaitReady(PATIENCE);
        return new Platen(folder, command, port, (System.nanoTime() - started) / 1e9);
    }

    int port() {
        return port;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    Jvm jvm() {
        return new Jvm(command.handle().pid());
    }

    /** The processes of a cluster by what they are; the broker is the one that does not introduce itself. */
    Map<String, Jvm> members() {
        Map<String, Jvm> members = new TreeMap<>();
        Matcher introduced = MEMBER.matcher(command.output());
        while (introduced.find()) {
            members.put(introduced.group(1), new Jvm(Long.parseLong(introduced.group(2))));
        }
        command.handle()
                .children()
                .map(child -> new Jvm(child.pid()))
                .filter(child -> !members.containsValue(child))
                .findAny()
                .ifPresent(broker -> members.put("broker", broker));
        return members;
    }

    /** Stores the example that every scenario uses. */
    void store() throws IOException {
        store("sign-up", document());
    }

    /** Stores a document under a name that is new. */
    void store(String name, byte[] document) {
        try (Client client = new Client(port)) {
            expect(client.put("/v1/schemas/" + name, document), 201);
        }
    }

    static byte[] document() throws IOException {
        return Files.readAllBytes(Home.path().resolve("examples/sign-up.json"));
    }

    /** The page with the data that the document brings. */
    byte[] page() {
        try (Client client = new Client(port)) {
            return expect(client.get(PAGE), 200).body();
        }
    }

    /** The page with this data. */
    byte[] page(String data) {
        try (Client client = new Client(port)) {
            return expect(client.post(PAGE, "{\"data\":%s}".formatted(data).getBytes(UTF_8)), 200)
                    .body();
        }
    }

    private static HttpResponse<byte[]> expect(HttpResponse<byte[]> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    "expected status %d, found %d: %s".formatted(status, answer.statusCode(), Client.text(answer)));
        }
        return answer;
    }

    @Override
    public void close() {
        command.close();
        folder.close();
    }
}
