package dev.platen.engine.submit;

import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.StringValue;
import dev.platen.engine.moment.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Puts dates together whose pieces were entered one by one. What is missing stays missing, so that it can be said. */
final class Dates {
    private static final List<String> DATE = List.of("_year", "_month", "_day");
    private static final List<String> TIME = List.of("_hour", "_minute", "_second");
    private static final int LONGEST_PIECE = 4;

    private Dates() {}

    /** The date, in UTC where it has a time; null for none. Where it is the same as before, that. */
    static @Nullable Value read(Posted posted, String id, boolean hasTime, @Nullable Value before) {
        List<String> names = new ArrayList<>(DATE);
        if (hasTime) {
            names.addAll(TIME);
        }
        List<Optional<String>> pieces =
                names.stream().map(name -> posted.first(id + name)).toList();
        if (pieces.stream().allMatch(Optional::isEmpty)) {
            return before;
        }
        List<String> texts =
                pieces.stream().map(piece -> padded(piece.orElse("").strip())).toList();
        if (texts.stream().allMatch(String::isEmpty)) {
            return null;
        }
        String date = String.join("-", texts.subList(0, DATE.size()));
        String whole = hasTime ? date + "T" + String.join(":", texts.subList(DATE.size(), texts.size())) + "Z" : date;
        return before instanceof StringValue old && isSame(old.text(), whole, names.size()) ? before : Json.text(whole);
    }

    private static boolean isSame(String before, String now, int count) {
        List<OptionalInt> pieces = Moment.of(now).pieces().subList(0, count);
        return pieces.stream().allMatch(OptionalInt::isPresent)
                && Moment.of(before).pieces().subList(0, count).equals(pieces);
    }

    /** Only the beginning of what is too long for any date. */
    private static String padded(String piece) {
        String cut = piece.substring(0, Math.min(piece.length(), LONGEST_PIECE + 1));
        return cut.length() == 1 ? "0" + cut : cut;
    }
}
