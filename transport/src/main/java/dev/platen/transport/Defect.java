package dev.platen.transport;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What was thrown while somebody's data was worked on, as it may be logged: the classes and where, and not the messages, which may
 * quote that data.
 */
public final class Defect extends Exception {
    private static final long serialVersionUID = 1L;

    /** Longer chains of causes say nothing more. */
    private static final int MAX_CAUSES = 8;

    private final String type;

    private Defect(Throwable thrown, int causes) {
        super(null, cause(thrown, causes), false, true);
        this.type = thrown.getClass().getName();
        setStackTrace(thrown.getStackTrace());
    }

    private static @Nullable Throwable cause(Throwable thrown, int causes) {
        Throwable cause = thrown.getCause();
        return cause == null || causes == MAX_CAUSES ? null : new Defect(cause, causes + 1);
    }

    /** Logs that something failed; its messages are told at the level TRACE only. */
    public static void log(Logger log, String what, Throwable thrown) {
        log.error(what, new Defect(thrown, 0));
        log.trace("in full", thrown);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // it is read in the place of what was thrown
    public String toString() {
        return type;
    }
}
