package dev.platen.gateway;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.theme.Assets;
import dev.platen.gateway.admission.AdmissionConfig;
import dev.platen.gateway.admission.ByteBudget;
import dev.platen.gateway.identity.Authentication;
import dev.platen.gateway.identity.IdentityConfig;
import dev.platen.gateway.identity.Role;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Every address of the gateway, in one place. */
@Singleton
final class Routes {
    private static final Logger LOG = Logger.getLogger(Routes.class);

    /** No inline script or style is ever written, so one static policy serves every page and can be cached with it. */
    private static final CharSequence CONTENT_SECURITY_POLICY =
            HttpHeaders.createOptimized("default-src 'none'; style-src 'self'; img-src 'self' https: data:; "
                    + "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'");

    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");

    private final SchemaHandler schemas;
    private final RenderHandler pages;
    private final FormHandler forms;
    private final Authentication authentication;
    private final ByteBudget bodies;
    private final GatewayMetrics metrics;

    Routes(
            SchemaHandler schemas,
            RenderHandler pages,
            FormHandler forms,
            IdentityConfig identity,
            AdmissionConfig admission,
            GatewayMetrics metrics) {
        this.authentication = new Authentication(identity);
        this.bodies = new ByteBudget(admission.bodies().asLongValue());
        metrics.bodies(bodies);
        this.schemas = schemas;
        this.pages = pages;
        this.forms = forms;
        this.metrics = metrics;
    }

    void mount(@Observes Router router) {
        router.route("/v1/*").handler(Routes::protect).failureHandler(this::fail);
        router.route("/v1/*").handler(authentication);
        router.get("/v1/schemas/:name").handler(guarded(schemas::read));
        router.get("/v1/schemas/:name/render").handler(guarded(pages::renderDefault));
        BodyReader schemaBody = new BodyReader(Limits.DEFAULT.schemaBytes(), bodies);
        BodyReader dataBody = new BodyReader(Limits.DEFAULT.dataBytes(), bodies);
        router.put("/v1/schemas/:name")
                .handler(allowed(Role.AUTHOR))
                .handler(schemaBody)
                .handler(guarded(schemas::store));
        router.post("/v1/schemas/:name/render").handler(dataBody).handler(guarded(pages::render));
        router.post("/v1/schemas/:name/submissions").handler(dataBody).handler(guarded(forms::submit));
        router.post("/v1/schemas/:name/validate").handler(dataBody).handler(guarded(forms::validate));
        router.post("/v1/render").handler(schemaBody).handler(guarded(pages::renderDocument));
        router.get("/assets/:name").handler(this::asset);
        router.route("/v1/*").last().handler(this::unknown);
    }

    private static void protect(RoutingContext context) {
        context.response()
                .putHeader("content-security-policy", CONTENT_SECURITY_POLICY)
                .putHeader("x-content-type-options", NOSNIFF);
        context.next();
    }

    /** Lets only those pass who may do what {@code needed} may; before anything of the body is read. */
    private Handler<RoutingContext> allowed(Role needed) {
        return context -> {
            Role role = Authentication.caller(context).role();
            if (role.includes(needed)) {
                context.next();
                return;
            }
            Problems.answer(
                    context,
                    metrics,
                    ProblemCode.FORBIDDEN,
                    "This takes the role %s, the credential has the role %s.".formatted(needed.label(), role.label()));
        };
    }

    /** A request that cannot be understood is the caller's to mend; anything else that is thrown is a defect. */
    private Handler<RoutingContext> guarded(Handler<RoutingContext> handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (IllegalArgumentException notUnderstood) {
                Problems.answer(
                        context, metrics, ProblemCode.REQUEST_MALFORMED, String.valueOf(notUnderstood.getMessage()));
            }
        };
    }

    private void fail(RoutingContext context) {
        Problem problem = refusal(context.statusCode());
        if (problem.code() == ProblemCode.INTERNAL) {
            LOG.errorf(context.failure(), "%s %s failed", context.request().method(), context.normalizedPath());
        }
        Problems.answer(context, metrics, problem);
    }

    /** What a handler that lets a request fail means by the status; any other failure is a defect. */
    private static Problem refusal(int status) {
        return switch (status) {
            case 401 ->
                new Problem(
                        ProblemCode.UNAUTHENTICATED,
                        "Send 'Authorization: Bearer' with an API key or a token that is valid here.");
            case 408 -> new Problem(ProblemCode.BODY_TOO_SLOW, "The body did not arrive in time. Send it again.");
            case 413 ->
                new Problem(
                        ProblemCode.BODY_TOO_LARGE,
                        "A schema may have %d bytes, data %d. Send less."
                                .formatted(Limits.DEFAULT.schemaBytes(), Limits.DEFAULT.dataBytes()));
            case 503 ->
                new Problem(
                        ProblemCode.OVERLOADED,
                        "The gateway has all the bodies in memory that it may have. Try again in a second.");
            default -> new Problem(ProblemCode.INTERNAL, "The request met a defect; it was logged.");
        };
    }

    private void asset(RoutingContext context) {
        String name = Requests.pathParameter(context);
        Assets.find(name)
                .ifPresentOrElse(
                        content -> context.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, Assets.mediaType(name))
                                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                                .end(Buffer.buffer(content)),
                        () -> unknown(context));
    }

    private void unknown(RoutingContext context) {
        Problems.answer(
                context,
                metrics,
                ProblemCode.ROUTE_UNKNOWN,
                "There is no %s %s. /q/openapi lists every address."
                        .formatted(context.request().method(), context.normalizedPath()));
    }
}
