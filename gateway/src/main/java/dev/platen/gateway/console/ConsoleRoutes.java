package dev.platen.gateway.console;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.events.Events;
import dev.platen.gateway.http.Gate;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.identity.Authentication;
import dev.platen.gateway.identity.Role;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Every address of the console. */
@Singleton
public final class ConsoleRoutes {
    /** Where the console begins, and all of it is. */
    static final String HOME = Authentication.CONSOLE;

    static final String SIGN_IN = HOME + "sign-in/";
    private static final String ALL = HOME + "*";
    private static final String SCHEMAS = HOME + "schemas/";
    private static final String FLEET = HOME + "fleet/";
    private static final String DEAD_LETTERS = FLEET + "dead-letters/";

    /** What the form of a page is posted to, below the page. */
    private static final String POSTED = "submissions";

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
    private final Refusals refusals;

    ConsoleRoutes(
            Gate gate,
            Events events,
            Playground playground,
            SchemaPages schemas,
            FleetPages fleet,
            SignIn signIn,
            Refusals refusals) {
        this.gate = gate;
        this.events = events;
        this.playground = playground;
        this.schemas = schemas;
        this.fleet = fleet;
        this.signIn = signIn;
        this.refusals = refusals;
    }

    /** Mounts them. */
    public void mount(Router router) {
        router.get("/").handler(context -> SignIn.goTo(context, HOME));
        router.route(ALL).handler(gate::protect).handler(ConsoleRoutes::protect).failureHandler(this::fail);
        Handler<RoutingContext> form = gate.body(Limits.DEFAULT.dataBytes());
        router.get(SIGN_IN).handler(gate.guarded(signIn::show));
        router.post(SIGN_IN + POSTED).handler(form).handler(gate.guarded(signIn::submit));
        router.get(HOME + "sign-out").handler(signIn::leave);
        router.route(ALL).handler(gate.authenticate());
        router.get(HOME).handler(gate.guarded(playground::show)); // with or without the slash at its end
        router.post(HOME + POSTED).handler(form).handler(gate.guarded(playground::submit));
        router.get(HOME + "preview/:name").handler(gate.guarded(playground::preview));
        router.get(HOME + "events").handler(this::listen);
        router.get(SCHEMAS).handler(gate.guarded(schemas::list));
        router.get(SCHEMAS + "graph.svg").handler(gate.guarded(schemas::graph));
        router.get(SCHEMAS + ":name/").handler(gate.guarded(schemas::show));
        router.route(FLEET + "*").handler(gate.allow(Role.ADMIN, refusals::answerRole));
        router.get(FLEET).handler(gate.guarded(fleet::show));
        router.get(DEAD_LETTERS).handler(gate.guarded(fleet::letters));
        router.post(DEAD_LETTERS + POSTED).handler(form).handler(gate.guarded(fleet::replay));
        router.route(ALL)
                .last()
                .handler(context -> refusals.answer(
                        context,
                        new Problem(
                                ProblemCode.ROUTE_UNKNOWN,
                                "The console has no %s. %s is where it begins."
                                        .formatted(context.normalizedPath(), HOME))));
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
            case 401 -> ask(context);
            case 403 ->
                refusals.answer(
                        context,
                        new Problem(ProblemCode.FORBIDDEN, "Another site sent this form. Send it from the console."));
            default -> gate.fail(context);
        }
    }

    /** People are shown where they sign in; programs send what is missing. */
    private void ask(RoutingContext context) {
        if (Requests.wantsJson(context)) {
            gate.fail(context);
        } else {
            SignIn.goTo(context, SIGN_IN);
        }
    }

    private void listen(RoutingContext context) {
        if (!events.listen(context)) {
            gate.refuse(context, ProblemCode.OVERLOADED, "Too many listen already. Try again later.");
        }
    }
}
