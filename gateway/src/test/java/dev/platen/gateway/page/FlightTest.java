package dev.platen.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.id.RequestId;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.workers.Lane;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FlightTest {
    private static final RequestId REQUEST = new RequestId("r-1");

    private final Flight flight = new Flight(Lane.INTERACTIVE);

    @Test
    void shouldShowTheWholePageToWhoeverJoinsLater() {
        // Given
        Passenger first = new Passenger();
        Passenger later = new Passenger();
        flight.join(first);
        flight.onReply(chunk(0, "one ", false));

        // When
        boolean joined = flight.join(later);
        Flight.Landing landing = flight.onReply(chunk(1, "two", true));

        // Then
        assertThat(joined).isTrue();
        assertThat(first.seen()).isEqualTo("one two|");
        assertThat(later.seen()).isEqualTo("one two|");
        assertThat(landing)
                .isInstanceOfSatisfying(
                        Flight.Landing.Complete.class,
                        complete -> assertThat(complete.page()).asString().isEqualTo("one two"));
    }

    @Test
    void shouldGiveThePageToWhoeverJoinsBetweenItsLandingAndItsEnd() {
        // Given
        Passenger late = new Passenger();
        flight.onReply(chunk(0, "one ", false));
        flight.onReply(chunk(1, "two", true));

        // When
        boolean joined = flight.join(late);

        // Then
        assertThat(joined).isTrue();
        assertThat(late.seen()).isEqualTo("one two|");
    }

    @Test
    void shouldTellEveryoneThatItFailed() {
        // Given
        Passenger first = new Passenger();
        Passenger second = new Passenger();
        flight.join(first);
        flight.join(second);

        // When
        Flight.Landing landing = flight.onReply(new RequestFailed(REQUEST, ProblemCode.UNAVAILABLE, new byte[0]));

        // Then
        assertThat(first.seen()).isEqualTo("!UNAVAILABLE");
        assertThat(second.seen()).isEqualTo("!UNAVAILABLE");
        assertThat(landing).isInstanceOf(Flight.Landing.Gone.class);
    }

    @Test
    void shouldKeepNoMoreThanItsBound() {
        // Given
        Passenger first = new Passenger();
        flight.join(first);
        String half = "x".repeat(Flight.MAX_KEPT_BYTES / 2 + 1);
        flight.onReply(chunk(0, half, false));
        flight.onReply(chunk(1, half, false));

        // When
        boolean joined = flight.join(new Passenger());
        Flight.Landing landing = flight.onReply(chunk(2, "end", true));

        // Then
        assertThat(joined).isFalse();
        assertThat(landing).isInstanceOf(Flight.Landing.Gone.class);
        assertThat(first.seen()).hasSize(2 * half.length() + "end|".length());
    }

    private static PageChunk chunk(int sequence, String html, boolean last) {
        return new PageChunk(REQUEST, sequence, last, false, html.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Passenger implements Flight.Listener {
        private final StringBuilder seen = new StringBuilder();

        @Override
        public void chunk(byte[] html, boolean isLast) {
            seen.append(new String(html, StandardCharsets.UTF_8)).append(isLast ? "|" : "");
        }

        @Override
        public void failed(ProblemCode code, byte[] problem) {
            seen.append('!').append(code);
        }

        String seen() {
            return seen.toString();
        }
    }
}
