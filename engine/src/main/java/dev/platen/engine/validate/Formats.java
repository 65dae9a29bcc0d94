package dev.platen.engine.validate;

import com.google.re2j.Pattern;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import dev.platen.engine.pattern.PatternGate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Formats as they are asserted: those of the library, none of them for texts so long that its patterns could be made
 * to take their time, and ours where the library lacks one or reads it wrong.
 */
final class Formats {
    /** No text in one of the library's formats is longer. */
    private static final int MAX_LENGTH = 2_048;

    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final Pattern LOCAL_TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
    private static final Pattern DATA_URL =
            Pattern.compile("data:([A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+)?(;[A-Za-z0-9!#$&^_.+-]+=[^;,]*)*"
                    + "(;base64,[A-Za-z0-9+/%]*={0,2}|,[!-~]*)");
    private static final String TEMPLATE_NAME =
            "(\\w|%[0-9A-Fa-f]{2})(\\.?(\\w|%[0-9A-Fa-f]{2}))*(:[1-9]\\d{0,3}|\\*)?";
    private static final Pattern URI_TEMPLATE =
            Pattern.compile("([^\\x00-\\x20\\x7f\"'%\\x3c\\x3e\\\\^`{|}]|%[0-9A-Fa-f]{2}|\\{[+#./;?&=,!@|]?"
                    + TEMPLATE_NAME + "(," + TEMPLATE_NAME + ")*\\})*");
    private static final Pattern DURATION = Pattern.compile("P(\\d+W|(\\d+Y(\\d+M(\\d+D)?)?|\\d+M(\\d+D)?|\\d+D)"
            + "(T(\\d+H(\\d+M(\\d+S)?)?|\\d+M(\\d+S)?|\\d+S))?|T(\\d+H(\\d+M(\\d+S)?)?|\\d+M(\\d+S)?|\\d+S))");

    /** Names of the library that belong to no draft and that forms use in other meanings, or not at all. */
    private static final List<String> DROPPED =
            List.of("alpha", "alphanumeric", "ip-address", "phone", "style", "utc-millisec");

    /** What takes the place of the library's formats of the same names. */
    static final List<Format> OWN = Stream.of(
                    com.networknt.schema.format.Formats.DEFAULT.stream().map(Formats::shortOnly),
                    DROPPED.stream().map(name -> new Named(name, _ -> true)),
                    Stream.of(
                            new Named("color", COLOR::matches),
                            new Named("data-url", DATA_URL::matches),
                            new Named("uri-template", URI_TEMPLATE::matches),
                            new Named("duration", DURATION::matches),
                            new Named("regex", PatternGate::isEcmaScript)))
            .<Format>flatMap(formats -> formats)
            .toList();

    private Formats() {}

    /** The same, with times of day that need no offset from UTC: JSON Forms knows no other. */
    static List<Format> withLocalTimes() {
        return OWN.stream()
                .map(format -> format.getName().equals("time") ? new LocalTime(format) : format)
                .toList();
    }

    private static Format shortOnly(Format format) {
        return new ShortOnly(format);
    }

    private record Named(String name, Predicate<String> predicate) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext execution, String text) {
            BoundedExecution.CURRENT.get().charge(text.length());
            return predicate.test(text);
        }
    }

    private record LocalTime(Format offset) implements Format {
        @Override
        public String getName() {
            return offset.getName();
        }

        @Override
        public boolean matches(ExecutionContext execution, String text) {
            return LOCAL_TIME.matches(text) || offset.matches(execution, text);
        }
    }

    private record ShortOnly(Format format) implements Format {
        @Override
        public String getName() {
            return format.getName();
        }

        @Override
        public boolean matches(ExecutionContext execution, String text) {
            BoundedExecution.CURRENT.get().charge(1 + text.length() / 16);
            return text.length() <= MAX_LENGTH && format.matches(execution, text);
        }
    }
}
