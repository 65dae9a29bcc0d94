package dev.platen.transport;

import java.util.Locale;

/** Every key that a line of a log may have, in their order; keys without a value are left out. */
public enum LogKey {
    /** When it was written, as RFC 3339 in UTC. */
    TIME,
    /** How serious it is: FATAL, ERROR, WARN, INFO, DEBUG or TRACE. */
    LEVEL,
    /** The service, such as {@code gateway}. */
    SERVICE,
    /** The class that says it. */
    LOGGER,
    /** The thread. */
    THREAD,
    /** The request that it is about, as in the header {@code X-Request-Id} of its answer. */
    REQUEST,
    /** The trace of that request, where it is traced. */
    TRACE,
    /** What happened. */
    MESSAGE,
    /** The class of what was thrown, with its message where that quotes nobody's data. */
    ERROR,
    /** Where it was thrown. */
    STACK;

    /** The key as it is written. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
