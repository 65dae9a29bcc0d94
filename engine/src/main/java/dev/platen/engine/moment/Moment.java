package dev.platen.engine.moment;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date, or a date and time in UTC, of which pieces may be missing: year, month, day, hour, minute, second.
 *
 * @param pieces six of them, in this order
 */
public record Moment(List<OptionalInt> pieces) {
    private static final int MAX_LENGTH = 40;
    private static final int COUNT = 6;

    /** As a form that is filled in bit by bit leaves it; no part of it can match in two ways. */
    private static final Pattern PARTIAL =
            Pattern.compile("([0-9]{0,4})-([0-9]{0,2})-([0-9]{0,2})(?:T([0-9]{0,2}):([0-9]{0,2}):([0-9]{0,2})Z?)?");

    /** Keeps a copy. */
    public Moment {
        pieces = List.copyOf(pieces);
    }

    /** What the text says; no pieces at all where it is no date. */
    public static Moment of(String text) {
        if (text.length() > MAX_LENGTH) {
            return partial(text.substring(0, 0));
        }
        try {
            LocalDateTime time = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime();
            return new Moment(List.of(
                    OptionalInt.of(time.getYear()),
                    OptionalInt.of(time.getMonthValue()),
                    OptionalInt.of(time.getDayOfMonth()),
                    OptionalInt.of(time.getHour()),
                    OptionalInt.of(time.getMinute()),
                    OptionalInt.of(time.getSecond())));
        } catch (DateTimeException withoutOffset) {
            return partial(text);
        }
    }

    private static Moment partial(String text) {
        Matcher matcher = PARTIAL.matcher(text);
        boolean isDate = matcher.matches();
        List<OptionalInt> pieces = new ArrayList<>();
        for (int i = 1; i <= COUNT; i++) {
            String piece = isDate ? matcher.group(i) : null;
            boolean isThere = piece != null && !piece.isEmpty();
            pieces.add(isThere ? OptionalInt.of(Integer.parseInt(piece)) : OptionalInt.empty());
        }
        return new Moment(pieces);
    }

    /** One of the pieces, from 0 to 5. */
    public OptionalInt piece(int index) {
        return pieces.get(index);
    }
}
