package dev.platen.gateway.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells the connection of every request, whatever its address, that its head has arrived. */
@Singleton
final class HeadWatch {
    void mount(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(HeadDeadline::met);
    }
}
