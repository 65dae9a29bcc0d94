package dev.platen.gateway.batch;

import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.problem.ProblemJson;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.page.PageCollector;
import dev.platen.gateway.page.PageRequest;
import dev.platen.gateway.page.Pages;
import dev.platen.gateway.page.RenderRequest;
import dev.platen.gateway.schema.Heads;
import dev.platen.gateway.workers.Urgency;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Gets a page of a stored schema for somebody who is patient: where there is too much to do, it waits its turn. */
final class PageErrand {
    private static final Duration TRY_AGAIN = Duration.ofMillis(200);

    /** What an errand needs of the gateway. */
    record Services(Heads heads, Pages pages) {}

    /** Who sent for the page; told once, on any thread. */
    interface Sender {
        /** The page. */
        void page(Digest key, byte[] html, GatewayMetrics.Source source);

        /** There is none. */
        void failed(ProblemCode code, byte[] problem);
    }

    private final Services services;
    private final TenantId tenant;
    private final Urgency urgency;
    private final Sender sender;

    PageErrand(Services services, TenantId tenant, Urgency urgency, Sender sender) {
        this.services = services;
        this.tenant = tenant;
        this.urgency = urgency;
        this.sender = sender;
    }

    /** Gets the page. */
    void run(SchemaName name, RenderRequest request) {
        if (urgency.isOver(Duration.ZERO)) {
            fail(new Problem(ProblemCode.DEADLINE_EXCEEDED, "The time for all pages was over before this one's turn."));
            return;
        }
        var _ = services.heads().current(tenant, name).thenAccept(found -> {
            switch (found) {
                case Heads.Known.Current(SchemaHead head, boolean _) ->
                    render(request.page(tenant, head, Excerpt.NONE, urgency));
                case Heads.Known.Unknown _ ->
                    fail(new Problem(ProblemCode.SCHEMA_UNKNOWN, "There is no schema '%s'.".formatted(name)));
                case Heads.Known.Unreachable _ ->
                    again(() -> run(name, request), ProblemCode.UNAVAILABLE, ProblemJson.of(Requests.CACHE_AWAY));
            }
        });
    }

    private void render(PageRequest request) {
        services.pages().serve(request, new PageCollector() {
            @Override
            public void complete(byte[] html, GatewayMetrics.Source source) {
                sender.page(request.key(), html, source);
            }

            @Override
            public void failed(ProblemCode code, byte[] problem) {
                if (code.isRetryable()) {
                    again(() -> render(request), code, problem);
                } else {
                    sender.failed(code, problem);
                }
            }
        });
    }

    private void again(Runnable attempt, ProblemCode code, byte[] problem) {
        if (urgency.isOver(TRY_AGAIN)) {
            sender.failed(code, problem);
            return;
        }
        CompletableFuture.delayedExecutor(TRY_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                .execute(attempt);
    }

    private void fail(Problem problem) {
        sender.failed(problem.code(), ProblemJson.of(problem));
    }
}
