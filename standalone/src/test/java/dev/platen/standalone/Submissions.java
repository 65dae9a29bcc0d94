package dev.platen.standalone;

import dev.platen.contract.flow.FormSubmitted;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was submitted, as whoever follows the log of submissions reads it. */
final class Submissions {
    private static final Pattern NUMBER = Pattern.compile("\"n\":\\s*(\\d+)");

    private Submissions() {}

    /** The number in each of them, every record counted. */
    static List<Integer> numbers(KafkaClients clients) {
        return Records.of(clients, Topic.FORMS).stream()
                .filter(FormSubmitted.class::isInstance)
                .map(form -> number((FormSubmitted) form))
                .toList();
    }

    private static int number(FormSubmitted form) {
        Matcher number = NUMBER.matcher(new String(form.data(), StandardCharsets.UTF_8));
        if (!number.find()) {
            throw new AssertionError("the load submits numbers, found %s bytes".formatted(form.data().length));
        }
        return Integer.parseInt(number.group(1));
    }
}
