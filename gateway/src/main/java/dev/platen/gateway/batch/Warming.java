package dev.platen.gateway.batch;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.page.RenderRequest;
import dev.platen.gateway.workers.Lane;
import dev.platen.gateway.workers.Urgency;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Brings pages into the caches, a few at a time, while nobody waits for others, and tells whoever asked for it how far it is.
 * It ends when the client goes. Everything happens on the client's event loop.
 */
final class Warming {
    /** Pages that are made at the same time. */
    private static final int WINDOW = 16;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private record Wanted(SchemaName name, Presentation presentation) {
        /** Names, tags and themes need no escapes. */
        String json() {
            return "{\"schema\":\"%s\",\"locale\":\"%s\",\"theme\":\"%s\"}"
                    .formatted(name, presentation.locale(), presentation.theme());
        }
    }

    private final PageErrand.Services services;
    private final TenantId tenant;
    private final OutcomeStream out;
    private final Iterator<Wanted> rest;
    private final Context loop = Requests.loop();

    Warming(RoutingContext context, PageErrand.Services services, WarmRequest request) {
        this.services = services;
        this.tenant = Requests.tenant(context);
        this.out = new OutcomeStream(context);
        this.rest = request.schemas().stream()
                .flatMap(name -> wanted(name, request))
                .iterator();
    }

    private static Stream<Wanted> wanted(SchemaName name, WarmRequest request) {
        return request.presentations().stream().map(presentation -> new Wanted(name, presentation));
    }

    /** Begins as many as there may be at the same time. */
    void goOn() {
        while (rest.hasNext() && out.running() < WINDOW && out.isWanted()) {
            begin(rest.next());
        }
        if (!rest.hasNext()) {
            out.endIfDone();
        }
    }

    private void begin(Wanted wanted) {
        OutcomeLine line = new OutcomeLine(out.begin()).named(wanted.json());
        PageErrand.Sender sender = new PageErrand.Sender() {
            @Override
            public void page(Digest key, byte[] html, GatewayMetrics.Source source) {
                finished(line.kept(html, source), false);
            }

            @Override
            public void failed(ProblemCode code, byte[] problem) {
                finished(line.problem(code, problem), true);
            }
        };
        new PageErrand(services, tenant, Urgency.within(Lane.BATCH, PATIENCE), sender)
                .run(wanted.name(), RenderRequest.ofDefault(wanted.presentation()));
    }

    private void finished(byte[] line, boolean isFailure) {
        loop.runOnContext(_ -> out.finish(line, isFailure, this::goOn));
    }
}
