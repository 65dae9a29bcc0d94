package dev.platen.transport;

import java.util.logging.Formatter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Writes a line as another formatter does, which finds the request that it is about under {@code %X{request}}. Thread-safe. */
final class TextLines extends ExtFormatter {
    private final Formatter pattern;

    TextLines(Formatter pattern) {
        this.pattern = pattern;
    }

    @Override
    public String format(ExtLogRecord line) {
        CurrentRequest.id().ifPresent(request -> line.putMdc(LogKey.REQUEST.label(), request.value()));
        return pattern.format(line);
    }
}
