package dev.platen.gateway.identity;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks, before anything else of a request is read. A request without a credential that is known fails with
 * 401; where the gateway is open, everybody is the same caller.
 */
public final class Authentication implements Handler<RoutingContext> {
    /** Where a browser keeps the credential with which somebody signed in to the console; it counts nowhere else. */
    public static final String COOKIE = "platen-credential";

    private static final String CONSOLE = "/console/";
    private static final String CALLER = "platen.caller";
    private static final String SCHEME = "Bearer ";
    private static final int UNAUTHORIZED = 401;
    private static final Optional<Caller> EVERYBODY = Optional.of(Caller.ANYBODY);

    private final boolean isOpen;
    private final @Nullable ApiKeys keys;
    private final @Nullable BearerTokens tokens;

    /**
     * Takes what the settings say.
     *
     * @throws IllegalStateException if they say nothing, or contradict themselves: nothing is ever open by oversight
     */
    public Authentication(IdentityConfig config) {
        isOpen = config.open();
        keys = config.apiKeysFile()
                .map(file -> ApiKeys.of(file, InstantSource.system()))
                .orElse(null);
        tokens = config.oidc()
                .issuer()
                .map(issuer -> new BearerTokens(issuer, config.oidc()))
                .orElse(null);
        boolean asks = keys != null || tokens != null;
        if (isOpen == asks) {
            throw new IllegalStateException((asks
                            ? "platen.identity.open is true, and there are API keys or an issuer; %s"
                            : "the gateway does not know who may ask; %s")
                    .formatted("set platen.identity.api-keys-file or platen.identity.oidc.issuer, "
                            + "or platen.identity.open=true where everybody may do everything"));
        }
    }

    /** Whoever sent the request. */
    public static Caller caller(RoutingContext context) {
        return Objects.requireNonNull(context.get(CALLER), "every route here is authenticated");
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<Caller> known = known(context.request());
        Optional<String> token = tokens == null || known.isPresent() ? Optional.empty() : token(context.request());
        if (tokens == null || token.isEmpty()) {
            goOn(context, known);
        } else {
            ask(context, tokens, token.get());
        }
    }

    /** Whoever sent the request, where that can be said at once: a token may have to be asked about. */
    public Optional<Caller> known(HttpServerRequest request) {
        if (isOpen) {
            return EVERYBODY;
        }
        ApiKeys known = keys;
        return known == null
                ? Optional.empty()
                : credential(request).filter(this::isKey).flatMap(known::find);
    }

    private Optional<String> token(HttpServerRequest request) {
        return credential(request).filter(credential -> !isKey(credential));
    }

    private boolean isKey(String credential) {
        return keys != null && credential.startsWith(ApiKey.PREFIX);
    }

    private static Optional<String> credential(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .or(() -> cookie(request));
    }

    private static Optional<String> cookie(HttpServerRequest request) {
        return Optional.of(request)
                .filter(asked -> asked.path() != null && asked.path().startsWith(CONSOLE))
                .map(asked -> asked.getCookie(COOKIE))
                .map(Cookie::getValue);
    }

    private static void ask(RoutingContext context, BearerTokens tokens, String credential) {
        Context loop = Objects.requireNonNull(Vertx.currentContext(), "requests are handled on an event loop");
        context.request().pause();
        Thread.ofVirtual().name("platen-token").start(() -> {
            Optional<Caller> found = tokens.find(credential);
            loop.runOnContext(_ -> {
                context.request().resume();
                goOn(context, found);
            });
        });
    }

    private static void goOn(RoutingContext context, Optional<Caller> found) {
        found.ifPresentOrElse(caller -> context.put(CALLER, caller).next(), () -> {
            context.response().putHeader("www-authenticate", "Bearer realm=\"platen\"");
            context.fail(UNAUTHORIZED);
        });
    }
}
