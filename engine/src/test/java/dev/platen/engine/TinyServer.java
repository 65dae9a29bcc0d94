package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.theme.Assets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves pages of plans and takes their forms, as a server would that keeps nothing in mind. */
final class TinyServer implements AutoCloseable {
    /** What a page may load and do: nothing that is not of this server, and no code or style within the page. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; form-action 'self'; base-uri 'none'";

    private final Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");
    private final Submission submission = new Submission(Limits.DEFAULT);
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    TinyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Serves the plan and returns the address of its page. */
    URI add(String name, Plan plan) {
        plans.put(name, plan);
        return URI.create("http://127.0.0.1:%d/%s/render?theme=bootstrap"
                .formatted(server.getAddress().getPort(), name));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        Plan plan = path.length == 3 ? plans.get(path[1]) : null;
        if (plan == null) {
            byte[] asset = path.length == 3 ? Assets.find(path[2]).orElse(Pages.NO_DATA) : Pages.NO_DATA;
            String type = path.length == 3 ? Assets.mediaType(path[2]) : "text/plain";
            send(exchange, asset.length == 0 ? 404 : 200, type, asset);
        } else if (exchange.getRequestMethod().equals("POST")) {
            send(exchange, 200, "text/html; charset=utf-8", posted(plan, exchange));
        } else {
            send(exchange, 200, "text/html; charset=utf-8", page(plan, exchange.getRequestURI()));
        }
    }

    private byte[] page(Plan plan, URI address) {
        Set<String> open = new HashSet<>(values(address, "open"));
        View view = new View(Map.of(), Map.of(), Map.of(), open);
        List<String> fragment = values(address, "fragment");
        return rendered(plan, Pages.NO_DATA, view, fragment.isEmpty() ? "" : fragment.getFirst());
    }

    private static List<String> values(URI address, String name) {
        return Arrays.stream(
                        address.getRawQuery() == null
                                ? new String[0]
                                : address.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .toList();
    }

    private byte[] posted(Plan plan, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Applied applied = (Applied)
                submission.apply(plan, exchange.getRequestHeaders().getFirst("Content-Type"), body, Pages.NO_DATA);
        boolean isSwap = exchange.getRequestHeaders().containsKey("HX-Request");
        View view = new View(
                Map.of(),
                applied.state().choices(),
                applied.state().pages(),
                applied.state().open(),
                isSwap && !applied.isButtonGone() ? "" : applied.changed(),
                "");
        return rendered(plan, applied.data(), view, isSwap ? applied.replaced() : "");
    }

    private byte[] rendered(Plan plan, byte[] data, View view, String part) {
        Presentation presentation = new Presentation("en", "bootstrap", Presentation.Layout.PAGE);
        WholePage page = new WholePage();
        if (part.isEmpty()) {
            renderer.render(plan, data, view, presentation, page);
        } else {
            renderer.renderPart(plan, data, view, presentation, part, page);
        }
        return page.toBytes();
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
