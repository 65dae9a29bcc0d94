package dev.platen.gateway.console;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.events.Events;
import dev.platen.gateway.http.Gate;
import dev.platen.gateway.identity.Role;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Every address of the console. */
@Singleton
public final class ConsoleRoutes {
    private static final String HOME = "/console/";
    private static final String SIGN_IN = "/console/sign-in/";

    /** As that of every page, but scripts of ours may show pages of ours in a frame. */
    private static final CharSequence POLICY = HttpHeaders.createOptimized("default-src 'none'; style-src 'self'; "
            + "img-src 'self' https: data:; script-src 'self'; connect-src 'self'; frame-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    private final Gate gate;
    private final Events events;
    private final Playground playground;
    private final SchemaPages schemas;
    private final FleetPages fleet;
    private final SignIn signIn;

    ConsoleRoutes(
            Gate gate, Events events, Playground playground, SchemaPages schemas, FleetPages fleet, SignIn signIn) {
        this.gate = gate;
        this.events = events;
        this.playground = playground;
        this.schemas = schemas;
        this.fleet = fleet;
        this.signIn = signIn;
    }

    /** Mounts them. */
    public void mount(Router router) {
        router.get("/").handler(context -> SignIn.goTo(context, HOME));
        router.route("/console/*")
                .handler(gate::protect)
                .handler(ConsoleRoutes::protect)
                .failureHandler(this::fail);
        Handler<RoutingContext> form = gate.body(Limits.DEFAULT.dataBytes());
        router.get(SIGN_IN).handler(gate.guarded(signIn::show));
        router.post(SIGN_IN + "submissions").handler(form).handler(gate.guarded(signIn::submit));
        router.get("/console/sign-out").handler(signIn::leave);
        router.route("/console/*").handler(gate.authenticate());
        router.get(HOME).handler(gate.guarded(playground::show)); // with or without the slash at its end
        router.post("/console/submissions").handler(form).handler(gate.guarded(playground::submit));
        router.get("/console/preview/:name").handler(gate.guarded(playground::preview));
        router.get("/console/events").handler(this::listen);
        router.get("/console/schemas/").handler(gate.guarded(schemas::list));
        router.get("/console/schemas/graph.svg").handler(gate.guarded(schemas::graph));
        router.get("/console/schemas/:name/").handler(gate.guarded(schemas::show));
        router.route("/console/fleet/*").handler(gate.allow(Role.ADMIN));
        router.get("/console/fleet/").handler(gate.guarded(fleet::show));
        router.get("/console/fleet/dead-letters/").handler(gate.guarded(fleet::letters));
        router.post("/console/fleet/dead-letters/submissions").handler(form).handler(gate.guarded(fleet::replay));
        router.route("/console/*")
                .last()
                .handler(context -> gate.refuse(
                        context,
                        ProblemCode.ROUTE_UNKNOWN,
                        "The console has no %s. /console/ is where it begins.".formatted(context.normalizedPath())));
    }

    /** What another site makes a browser send changes nothing here: browsers say where a request comes from. */
    private static void protect(RoutingContext context) {
        context.response().putHeader("content-security-policy", POLICY).putHeader("referrer-policy", "same-origin");
        String from = context.request().getHeader("sec-fetch-site");
        boolean isForeign = from != null && !from.equals("same-origin") && !from.equals("none");
        if (isForeign && context.request().method().equals(io.vertx.core.http.HttpMethod.POST)) {
            context.fail(403);
        } else {
            context.next();
        }
    }

    private void fail(RoutingContext context) {
        switch (context.statusCode()) {
            case 401 -> SignIn.goTo(context, SIGN_IN);
            case 403 ->
                gate.refuse(context, ProblemCode.FORBIDDEN, "Another site sent this form. Send it from the console.");
            default -> gate.fail(context);
        }
    }

    private void listen(RoutingContext context) {
        if (!events.listen(context)) {
            gate.refuse(context, ProblemCode.OVERLOADED, "Too many listen already. Try again later.");
        }
    }
}
