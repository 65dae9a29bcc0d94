package dev.platen.gateway;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.theme.Assets;
import dev.platen.gateway.batch.BatchHandler;
import dev.platen.gateway.console.ConsoleRoutes;
import dev.platen.gateway.events.Events;
import dev.platen.gateway.form.FormHandler;
import dev.platen.gateway.http.Gate;
import dev.platen.gateway.http.RequestScope;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.identity.Role;
import dev.platen.gateway.page.CacheHandler;
import dev.platen.gateway.page.FragmentHandler;
import dev.platen.gateway.page.PageRequest;
import dev.platen.gateway.page.RenderHandler;
import dev.platen.gateway.performance.PerformanceHandler;
import dev.platen.gateway.schema.SchemaHandler;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Every address of the gateway but those of the console, in one place. */
@Singleton
final class Routes {
    private static final Pattern VERSION = Pattern.compile("-[0-9]+\\.[0-9]+\\.[0-9]+\\.");

    private final Gate gate;
    private final SchemaHandler schemas;
    private final RenderHandler pages;
    private final BatchHandler batches;
    private final FragmentHandler fragments;
    private final FormHandler forms;
    private final Events events;

    Routes(
            Gate gate,
            SchemaHandler schemas,
            RenderHandler pages,
            BatchHandler batches,
            FragmentHandler fragments,
            FormHandler forms,
            Events events) {
        this.gate = gate;
        this.schemas = schemas;
        this.pages = pages;
        this.batches = batches;
        this.fragments = fragments;
        this.forms = forms;
        this.events = events;
    }

    void mount(
            @Observes Router router,
            CacheHandler caches,
            PerformanceHandler performance,
            ConsoleRoutes console,
            RequestScope scope) {
        router.route().handler(scope);
        router.get().handler(this::again);
        router.get("/assets/:name").handler(this::asset);
        console.mount(router);
        router.route("/v1/*").handler(gate::protect).failureHandler(gate::fail);
        router.get("/v1/fragments/:token").handler(gate.guarded(fragments::render));
        router.route("/v1/*").handler(gate.authenticate());
        Handler<RoutingContext> document = gate.body(Limits.DEFAULT.schemaBytes());
        Handler<RoutingContext> data = gate.body(Limits.DEFAULT.dataBytes());
        Handler<RoutingContext> author = gate.allow(Role.AUTHOR);
        router.put("/v1/schemas/:name").handler(author).handler(document).handler(gate.guarded(schemas::store));
        router.get("/v1/schemas").handler(gate.guarded(schemas::list));
        router.get("/v1/schemas/:name").handler(gate.guarded(schemas::read));
        router.delete("/v1/schemas/:name").handler(author).handler(gate.guarded(schemas::remove));
        router.get("/v1/schemas/:name/versions").handler(gate.guarded(schemas::versions));
        router.get("/v1/schemas/:name/render").handler(gate.guarded(pages::renderDefault));
        router.post("/v1/schemas/:name/render").handler(data).handler(gate.guarded(pages::render));
        router.post("/v1/schemas/:name/submissions").handler(data).handler(gate.guarded(forms::submit));
        router.post("/v1/schemas/:name/validate").handler(data).handler(gate.guarded(forms::validate));
        router.post("/v1/render").handler(document).handler(gate.guarded(pages::renderDocument));
        router.post("/v1/explain").handler(document).handler(gate.guarded(schemas::explain));
        router.post("/v1/render/batch").handler(gate.guarded(batches::render));
        Handler<RoutingContext> administrator = gate.allow(Role.ADMIN);
        router.delete("/v1/cache").handler(administrator).handler(gate.guarded(caches::purge));
        router.post("/v1/cache/warm").handler(administrator).handler(data).handler(gate.guarded(batches::warm));
        router.get("/v1/events").handler(this::listen);
        router.route("/v1/performance*").handler(administrator);
        router.get("/v1/performance").handler(gate.guarded(performance::all));
        router.get("/v1/performance/memory").handler(performance.part("memory"));
        router.get("/v1/performance/caches").handler(performance.part("caches"));
        router.get("/v1/performance/pools").handler(performance.part("pools"));
        router.get("/v1/performance/bottlenecks").handler(performance.part("bottlenecks"));
        router.get("/v1/performance/recommendations").handler(performance.part("recommendations"));
        router.post("/v1/performance/recordings").handler(gate.guarded(performance::record));
        router.route("/v1/*").last().handler(this::unknown);
    }

    /** A page that was asked for before in the same words needs none of what follows. */
    private void again(RoutingContext context) {
        PageRequest understood = gate.known(context.request())
                .map(caller ->
                        pages.understood(caller.tenant(), context.request().uri()))
                .orElse(null);
        if (understood == null) {
            context.next();
            return;
        }
        RequestScope.answersAs(context, "/v1/schemas/:name/render");
        gate.protect(context.response());
        pages.answer(context, understood);
    }

    private void listen(RoutingContext context) {
        if (!events.listen(context)) {
            gate.refuse(context, ProblemCode.OVERLOADED, "Too many listen already. Try another gateway.");
        }
    }

    private void asset(RoutingContext context) {
        String name = Requests.pathParameter(context);
        Assets.find(name)
                .ifPresentOrElse(
                        content -> context.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, Assets.mediaType(name))
                                .putHeader(HttpHeaders.CACHE_CONTROL, lifetime(name))
                                .end(Buffer.buffer(content)),
                        () -> unknown(context));
    }

    /** A name that holds a version never changes its content. */
    private static String lifetime(String name) {
        return VERSION.matcher(name).find() ? "public, max-age=31536000, immutable" : "public, max-age=60";
    }

    private void unknown(RoutingContext context) {
        gate.refuse(
                context,
                ProblemCode.ROUTE_UNKNOWN,
                "There is no %s %s. /q/openapi lists every address."
                        .formatted(context.request().method(), context.normalizedPath()));
    }
}
