package dev.platen.engine.submit;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/** Dates and times as controls give them: without offset, in UTC. */
final class Instants {
    private static final int MAX_LENGTH = 40;

    private Instants() {}

    /** The date and time as RFC 3339 wants it, or as it was before where it is the same; other texts as they are. */
    static String instant(String posted, String before) {
        return parsed(posted, LocalDateTime::parse)
                .map(local -> dateTime(before).filter(local::equals).isPresent()
                        ? before
                        : local.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .orElse(posted);
    }

    /** The time likewise. */
    static String time(String posted, String before) {
        return parsed(posted, LocalTime::parse)
                .map(local -> time(before).filter(local::equals).isPresent()
                        ? before
                        : local.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_TIME))
                .orElse(posted);
    }

    private static Optional<LocalDateTime> dateTime(String text) {
        return parsed(text, OffsetDateTime::parse)
                .map(offset -> offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
                .or(() -> parsed(text, LocalDateTime::parse));
    }

    private static Optional<LocalTime> time(String text) {
        return parsed(text, OffsetTime::parse)
                .map(offset -> offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime())
                .or(() -> parsed(text, LocalTime::parse));
    }

    private static <T> Optional<T> parsed(String text, Function<CharSequence, T> format) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(format.apply(text));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
