package dev.platen.benchmarks.load;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The peer of cached hits: Vert.x and nothing else. Every request gets the same page; no routing, no look-up, no metrics,
 * none of the headers of a page but its type.
 */
public final class BareServer extends AbstractVerticle {
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");

    private final int port;
    private final byte[] page;

    private BareServer(int port, byte[] page) {
        this.port = port;
        this.page = page;
    }

    /** Serves the page in a file on a port of 127.0.0.1, from as many event loops as Platen has, until it is killed. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        byte[] page = Files.readAllBytes(Path.of(arguments[1]));
        int loops = VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE;
        var _ = Vertx.vertx()
                .deployVerticle(() -> new BareServer(port, page), new DeploymentOptions().setInstances(loops));
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                        .end(Buffer.buffer(page)))
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }
}
