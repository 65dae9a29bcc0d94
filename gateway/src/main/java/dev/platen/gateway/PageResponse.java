package dev.platen.gateway;

import dev.platen.contract.id.Digest;
import dev.platen.contract.problem.ProblemCode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Writes one page to one client, whole or as it arrives, on the client's own event loop. */
final class PageResponse implements Flight.Listener {
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("cache-status");
    private static final CharSequence MEMORY_HIT = HttpHeaders.createOptimized("platen; hit; detail=l1");
    private static final CharSequence CACHE_HIT = HttpHeaders.createOptimized("platen; hit; detail=l2");
    private static final CharSequence MISS = HttpHeaders.createOptimized("platen; fwd=miss; stored");

    /** Every request revalidates: the entity tag is the content address, so that costs no rendering. */
    private static final CharSequence CACHE_CONTROL =
            HttpHeaders.createOptimized("max-age=0, stale-while-revalidate=60");

    private final RoutingContext context;
    private final GatewayMetrics metrics;
    private final CharSequence entityTag;
    private final Context loop = Requests.loop();
    private final long started = System.nanoTime();

    PageResponse(RoutingContext context, Digest key, GatewayMetrics metrics) {
        this.context = context;
        this.metrics = metrics;
        this.entityTag = entityTag(key);
    }

    static String entityTag(Digest key) {
        return '"' + key.hex().substring(0, 32) + '"';
    }

    /** Answers 304 where the client has the page already. */
    boolean isNotModified() {
        String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known == null || !(known.equals("*") || known.contains(entityTag))) {
            return false;
        }
        context.response().setStatusCode(304).putHeader(HttpHeaders.ETAG, entityTag);
        context.response().end();
        metrics.page(GatewayMetrics.Source.NOT_MODIFIED, started);
        return true;
    }

    /** Answers with a page that came from elsewhere, on whatever thread. */
    void pageLater(byte[] html, GatewayMetrics.Source source) {
        loop.runOnContext(_ -> page(html, source));
    }

    /** Answers with a page that is there as a whole; on the client's event loop. */
    void page(byte[] html, GatewayMetrics.Source source) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        head(source == GatewayMetrics.Source.MEMORY ? MEMORY_HIT : CACHE_HIT);
        context.response().end(Buffer.buffer(html));
        metrics.page(source, started);
    }

    @Override
    public void chunk(byte[] html, boolean isLast) {
        loop.runOnContext(_ -> write(html, isLast));
    }

    private void write(byte[] html, boolean isLast) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (!response.headWritten()) {
            head(MISS);
            response.setChunked(!isLast);
        }
        if (!isLast) {
            response.write(Buffer.buffer(html));
            return;
        }
        response.end(Buffer.buffer(html));
        metrics.page(GatewayMetrics.Source.WORKERS, started);
    }

    @Override
    public void failed(ProblemCode code, byte[] problem) {
        loop.runOnContext(_ -> {
            HttpServerResponse response = context.response();
            if (!response.headWritten()) {
                Problems.answer(context, metrics, code, problem);
                return;
            }
            // The page broke off after its first chunk: only a broken connection tells the client so.
            context.request().connection().close();
        });
    }

    private void head(CharSequence cacheStatus) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                .putHeader(HttpHeaders.ETAG, entityTag)
                .putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .putHeader(CACHE_STATUS, cacheStatus);
    }
}
