package dev.platen.gateway.page;

import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.admission.ByteBudget;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Writes one page to one client, whole or as it arrives, on the client's own event loop. */
final class PageResponse implements PageReceiver {
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("cache-status");
    private static final CharSequence CACHE_TAG = HttpHeaders.createOptimized("cache-tag");
    private static final CharSequence MEMORY_HIT = HttpHeaders.createOptimized("platen; hit; detail=l1");
    private static final CharSequence CACHE_HIT = HttpHeaders.createOptimized("platen; hit; detail=l2");
    private static final CharSequence MISS = HttpHeaders.createOptimized("platen; fwd=miss; stored");
    private static final CharSequence VARY = HttpHeaders.createOptimized("accept, accept-encoding");

    /** Every request revalidates: the entity tag is the content address, so that costs no rendering. */
    private static final CharSequence CACHE_CONTROL =
            HttpHeaders.createOptimized("max-age=0, stale-while-revalidate=60");

    private final RoutingContext context;
    private final GatewayMetrics metrics;
    private final ByteBudget unsent;
    private final EntityTag entity;
    private final String tag;
    private final Coding wanted;
    private final Context loop = Requests.loop();
    private final long started = System.nanoTime();

    /**
     * An answer to this request.
     *
     * @param unsent what may wait for slow clients; a page that finds no room in it breaks off
     */
    PageResponse(RoutingContext context, PageRequest request, GatewayMetrics metrics, ByteBudget unsent) {
        this.context = context;
        this.metrics = metrics;
        this.unsent = unsent;
        this.tag = request.tag();
        this.entity = EntityTag.of(request.key());
        this.wanted = Coding.accepted(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** Answers 304 where the client has the page already, in whatever coding. */
    boolean isNotModified() {
        Optional<Coding> known = entity.known(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), wanted);
        known.ifPresent(coding -> {
            context.response()
                    .setStatusCode(304)
                    .putHeader(HttpHeaders.ETAG, entity.in(coding))
                    .putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                    .putHeader(HttpHeaders.VARY, VARY)
                    .end();
            metrics.page(GatewayMetrics.Source.NOT_MODIFIED, started);
        });
        return known.isPresent();
    }

    @Override
    public Coding coding() {
        return wanted;
    }

    @Override
    public void page(byte[] body, Coding coding, GatewayMetrics.Source source) {
        if (source == GatewayMetrics.Source.MEMORY) {
            whole(body, coding, MEMORY_HIT, source);
        } else {
            loop.runOnContext(_ -> whole(body, coding, CACHE_HIT, source));
        }
    }

    private void whole(byte[] body, Coding coding, CharSequence cacheStatus, GatewayMetrics.Source source) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        boolean isSlow = response.writeQueueFull();
        if (isSlow && !hasRoom(body.length)) {
            return;
        }
        head(coding, cacheStatus);
        Future<Void> sent = response.end(bytes(body));
        if (isSlow) {
            sent.onComplete(_ -> unsent.giveBack(body.length));
        }
        metrics.page(source, started);
    }

    /** Whether so much more may wait for slow clients; otherwise the connection to this one is given up. */
    private boolean hasRoom(int bytes) {
        if (unsent.take(bytes)) {
            return true;
        }
        metrics.tooSlow();
        breakOff();
        return false;
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
        if (!hasRoom(html.length)) {
            return;
        }
        if (!response.headWritten()) {
            head(Coding.IDENTITY, MISS);
            response.setChunked(!isLast);
        }
        Future<Void> sent = isLast ? response.end(bytes(html)) : response.write(bytes(html));
        sent.onComplete(_ -> unsent.giveBack(html.length));
        if (isLast) {
            metrics.page(GatewayMetrics.Source.WORKERS, started);
        }
    }

    /** The bytes themselves: a page in memory is not copied for each client. */
    @SuppressWarnings("deprecation") // the next Vert.x offers the same elsewhere
    private static Buffer bytes(byte[] body) {
        return Buffer.buffer(Unpooled.wrappedBuffer(body));
    }

    @Override
    public void failed(ProblemCode code, byte[] problem) {
        loop.runOnContext(_ -> {
            if (context.response().headWritten()) {
                breakOff();
            } else {
                Problems.answer(context, metrics, code, problem);
            }
        });
    }

    /** The page ended after its first piece: only a broken connection tells the client so. */
    private void breakOff() {
        context.request().connection().close();
    }

    private void head(Coding coding, CharSequence cacheStatus) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                .putHeader(HttpHeaders.ETAG, entity.in(coding))
                .putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .putHeader(HttpHeaders.VARY, VARY)
                .putHeader(CACHE_TAG, tag)
                .putHeader(CACHE_STATUS, cacheStatus);
        if (coding != Coding.IDENTITY) {
            context.response().putHeader(HttpHeaders.CONTENT_ENCODING, coding.token());
        }
    }
}
