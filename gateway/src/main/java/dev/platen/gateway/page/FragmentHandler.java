package dev.platen.gateway.page;

import dev.platen.contract.id.Digest;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.RequestScope;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import dev.platen.transport.FragmentTokens;
import dev.platen.transport.FragmentTokens.Source;
import dev.platen.transport.FragmentsConfig;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * {@code GET /v1/fragments/{token}}: a late part of a page that was made of data somebody sent, or that page with the
 * part open. The token is the credential: whoever was given the page may have its parts.
 */
@Singleton
public final class FragmentHandler {
    private final Optional<FragmentTokens> tokens;
    private final CacheClient cache;
    private final RenderHandler pages;
    private final GatewayMetrics metrics;

    FragmentHandler(FragmentsConfig config, CacheClient cache, RenderHandler pages, GatewayMetrics metrics) {
        this.tokens = config.key().map(FragmentTokens::new);
        this.cache = cache;
        this.pages = pages;
        this.metrics = metrics;
    }

    /** A part of the page that the token of the address stands for. */
    public void render(RoutingContext context) {
        String token = String.valueOf(context.pathParam("token"));
        tokens.flatMap(known -> known.verify(token))
                .ifPresentOrElse(
                        source -> render(context, source),
                        () -> Problems.answer(
                                context,
                                metrics,
                                ProblemCode.FRAGMENT_UNKNOWN,
                                "The address was not made here. Take it from the page as it is."));
    }

    private void render(RoutingContext context, Source source) {
        Context loop = Requests.loop();
        var _ = cache.find(CacheName.DATA, RecordKeys.data(source.tenant(), source.data()))
                .thenAccept(lookedUp -> loop.runOnContext(_ -> RequestScope.within(context, () -> {
                    switch (lookedUp) {
                        case LookUp.Found(byte[] data)
                        when Digest.of(data).equals(source.data()) -> pages.render(context, source, data);
                        case LookUp.Found _, LookUp.Absent _ ->
                            Problems.answer(
                                    context,
                                    metrics,
                                    ProblemCode.FRAGMENT_GONE,
                                    "The data of the page is no longer kept. Render the page again.");
                        case LookUp.Unreachable _ -> Requests.unreachable(context, metrics);
                    }
                })));
    }
}
