package dev.platen.gateway.console;

import dev.platen.gateway.http.Requests;
import dev.platen.gateway.identity.Authentication;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * {@code /console/sign-in/}: takes an API key or a token for as long as the browser runs. Browsers send it with requests for the
 * console alone, and no script can read it.
 */
@Singleton
class SignIn {
    private static final int SEE_OTHER = 303;
    private static final String HOME = "/console/";

    /** What a credential consists of (RFC 6750, section 2.1). */
    private static final String CREDENTIAL = "[A-Za-z0-9._~+/=-]{1,4096}";

    private final ConsolePages console;

    SignIn(ConsolePages console) {
        this.console = console;
    }

    /** Sends the browser to another page. */
    static void goTo(RoutingContext context, String address) {
        context.response()
                .setStatusCode(SEE_OTHER)
                .putHeader(HttpHeaders.LOCATION, address)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    /** Asks who it is; who comes back with a credential has one that is not valid. */
    void show(RoutingContext context) {
        boolean isWrong = context.request().getCookie(Authentication.COOKIE) != null
                || !Requests.query(context, "again", "").isEmpty();
        console.answer(context, 200, ConsoleDocument.SIGN_IN, Json.object().put("isWrong", isWrong));
    }

    /** Keeps what was entered, without the spaces around it. */
    void submit(RoutingContext context) {
        String credential = Fields.of(context).property("credential").strip();
        if (!credential.matches(CREDENTIAL)) {
            goTo(context, "/console/sign-in/?again=1");
            return;
        }
        context.response().addCookie(cookie(credential).setSecure(isSecure(context)));
        goTo(context, HOME);
    }

    /** Forgets it. */
    void leave(RoutingContext context) {
        context.response().addCookie(cookie("").setMaxAge(0));
        goTo(context, "/console/sign-in/");
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(Authentication.COOKIE, value)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/console");
    }

    private static boolean isSecure(RoutingContext context) {
        return Requests.origin(context).startsWith("https:");
    }
}
