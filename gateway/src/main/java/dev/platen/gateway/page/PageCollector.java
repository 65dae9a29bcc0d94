package dev.platen.gateway.page;

import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.metrics.GatewayMetrics;
import java.io.ByteArrayOutputStream;

/** Receives a page for somebody who wants it whole, whichever way it comes. */
public abstract class PageCollector implements PageReceiver {
    private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();

    /** The page is there; on any thread, once. */
    public abstract void complete(byte[] html, GatewayMetrics.Source source);

    /** There is none; on any thread, once. */
    @Override
    public abstract void failed(ProblemCode code, byte[] problem);

    @Override
    public final Coding coding() {
        return Coding.IDENTITY;
    }

    @Override
    public final void page(byte[] body, Coding coding, GatewayMetrics.Source source) {
        complete(body, source);
    }

    @Override
    public final void chunk(byte[] html, boolean isLast) {
        if (isLast && pieces.size() == 0) {
            complete(html, GatewayMetrics.Source.WORKERS);
            return;
        }
        pieces.writeBytes(html);
        if (isLast) {
            complete(pieces.toByteArray(), GatewayMetrics.Source.WORKERS);
        }
    }
}
