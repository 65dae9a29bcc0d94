package dev.platen.gateway.http;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.admission.AdmissionConfig;
import dev.platen.gateway.admission.ByteBudget;
import dev.platen.gateway.identity.Authentication;
import dev.platen.gateway.identity.Caller;
import dev.platen.gateway.identity.IdentityConfig;
import dev.platen.gateway.identity.Role;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.transport.Defect;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What every request passes before it is handled, in this order: who asks, whether they may, room for the body. */
@Singleton
public final class Gate {
    private static final Logger LOG = Logger.getLogger(Gate.class);

    /** No inline script or style is ever written, so one static policy serves every page and can be cached with it. */
    private static final CharSequence CONTENT_SECURITY_POLICY =
            HttpHeaders.createOptimized("default-src 'none'; style-src 'self'; img-src 'self' https: data:; "
                    + "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'");

    private static final CharSequence POLICY = HttpHeaders.createOptimized("content-security-policy");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");

    private final Authentication authentication;
    private final ByteBudget bodies;
    private final GatewayMetrics metrics;

    Gate(IdentityConfig identity, AdmissionConfig admission, GatewayMetrics metrics) {
        this.authentication = new Authentication(identity);
        this.bodies = new ByteBudget(admission.bodies().asLongValue());
        this.metrics = metrics;
        metrics.bodies(bodies);
    }

    /** Says what browsers may do with the answer. */
    public void protect(RoutingContext context) {
        protect(context.response());
        context.next();
    }

    /** Says what browsers may do with this answer. */
    public void protect(HttpServerResponse response) {
        response.putHeader(POLICY, CONTENT_SECURITY_POLICY).putHeader(CONTENT_TYPE_OPTIONS, NOSNIFF);
    }

    /** Whoever asks, where that can be said at once. */
    public Optional<Caller> known(HttpServerRequest request) {
        return authentication.known(request);
    }

    /** Finds out who asks. */
    public Handler<RoutingContext> authenticate() {
        return authentication;
    }

    /** Lets only those pass who may do what {@code needed} may; before anything of the body is read. */
    public Handler<RoutingContext> allow(Role needed) {
        return context -> {
            Role role = Authentication.caller(context).role();
            if (role.includes(needed)) {
                context.next();
                return;
            }
            refuse(
                    context,
                    ProblemCode.FORBIDDEN,
                    "This takes the role %s, the credential has the role %s.".formatted(needed.label(), role.label()));
        };
    }

    /** Reads a body of at most so many bytes. */
    public Handler<RoutingContext> body(int limit) {
        return new BodyReader(limit, bodies);
    }

    /** A request that cannot be understood is the caller's to mend; anything else that is thrown is a defect. */
    public Handler<RoutingContext> guarded(Handler<RoutingContext> handler) {
        return context -> {
            try {
                RequestScope.within(context, () -> handler.handle(context));
            } catch (IllegalArgumentException notUnderstood) {
                refuse(context, ProblemCode.REQUEST_MALFORMED, String.valueOf(notUnderstood.getMessage()));
            }
        };
    }

    /** Answers with a problem. */
    public void refuse(RoutingContext context, ProblemCode code, String detail) {
        Problems.answer(context, metrics, code, detail);
    }

    /** Answers a request that a handler let fail. */
    public void fail(RoutingContext context) {
        Problem problem = refusal(context.statusCode());
        if (problem.code() == ProblemCode.INTERNAL) {
            RequestScope.within(context, () -> defect(context.failure()));
        }
        if (problem.code() == ProblemCode.OVERLOADED) {
            metrics.refused(GatewayMetrics.Refusal.BODIES);
        }
        Problems.answer(context, metrics, problem);
    }

    /** Its address is not told: it may hold a token. The stack says whose it was. */
    private static void defect(@Nullable Throwable failure) {
        if (failure == null) {
            LOG.error("a handler let a request fail, and did not say why");
        } else {
            Defect.log(LOG, "a request met a defect", failure);
        }
    }

    /** What a handler that lets a request fail means by the status; any other failure is a defect. */
    private static Problem refusal(int status) {
        return switch (status) {
            case 400 ->
                new Problem(
                        ProblemCode.REQUEST_MALFORMED,
                        "The request is not the HTTP that is spoken here; HTTP/1.1 needs a header Host, for one.");
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
}
