package dev.platen.transport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs, as lines of JSON. */
final class CapturedLines extends Handler implements AutoCloseable {
    private final Formatter format = new JsonLines("test");
    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    CapturedLines(Class<?> source) {
        logger = Logger.getLogger(source.getName());
        setLevel(Level.INFO);
        logger.addHandler(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        if (isLoggable(line)) {
            lines.add(format.format(line));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
