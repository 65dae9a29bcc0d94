package dev.platen.transport;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Sets how lines are written, before anything else starts. */
@Singleton
final class Logs {
    private static final int FIRST = 1;

    private final LogConfig config;
    private final String service;

    Logs(LogConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.config = config;
        this.service = service;
    }

    void start(@Observes @Priority(FIRST) StartupEvent started) {
        set(Logger.getLogger("").getHandlers());
    }

    private void set(Handler[] handlers) {
        for (Handler handler : handlers) {
            if (handler instanceof ConsoleHandler console) {
                console.setFormatter(lines(console.getFormatter()));
            } else if (handler instanceof ExtHandler around) {
                set(around.getHandlers());
            }
        }
    }

    private Formatter lines(Formatter text) {
        return switch (config.format()) {
            case TEXT -> new TextLines(text);
            case JSON -> new JsonLines(service);
        };
    }
}
