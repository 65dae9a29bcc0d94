package dev.platen.gateway.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection that begins a request and does not end its head in time: a byte now and then keeps a connection
 * from being idle for ever. What bodies may take is bounded where they are read, and silence by the server.
 *
 * <p>INVARIANT: time runs only while bytes have come that no request was made of, and no answer is under way. A request
 * that arrives in one piece, as nearly all do, starts no timer. Under HTTP/2, whose requests share a connection, only the
 * first head has a limit. For one connection and its event loop.
 */
final class HeadDeadline extends ChannelDuplexHandler {
    private static final AttributeKey<HeadDeadline> KEY = AttributeKey.valueOf(HeadDeadline.class, "connection");

    private final Duration limit;
    private @Nullable HttpServerResponse answering;
    private boolean hasBegun;
    private @Nullable ScheduledFuture<?> running;

    HeadDeadline(Duration limit) {
        this.limit = limit;
    }

    /** The first handler of every request. */
    static void met(RoutingContext context) {
        if (context.request().connection() instanceof ConnectionBase connection) {
            HeadDeadline deadline = connection.channel().attr(KEY).get();
            if (deadline != null) {
                deadline.met(connection, context);
            }
        }
        context.next();
    }

    private void met(ConnectionBase connection, RoutingContext context) {
        stop();
        hasBegun = true;
        answering = context.response();
        if (context.request().version() == HttpVersion.HTTP_2) {
            connection.channel().attr(KEY).set(null);
            connection.channel().pipeline().remove(this);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext connection) {
        connection.channel().attr(KEY).set(this);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext connection) {
        if (!hasBegun && answering == null && running == null) {
            running = connection.executor().schedule(() -> close(connection), limit.toNanos(), TimeUnit.NANOSECONDS);
        }
        hasBegun = false;
        connection.fireChannelReadComplete();
    }

    @Override
    public void flush(ChannelHandlerContext connection) {
        HttpServerResponse answer = answering;
        if (answer != null && answer.ended()) {
            answering = null;
        }
        connection.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        stop();
        connection.fireChannelInactive();
    }

    private static void close(ChannelHandlerContext connection) {
        var _ = connection.close();
    }

    private void stop() {
        if (running != null) {
            Objects.requireNonNull(running).cancel(false);
            running = null;
        }
    }
}
