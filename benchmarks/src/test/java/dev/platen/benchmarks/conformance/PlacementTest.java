package dev.platen.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.benchmarks.conformance.Verdict.Place;
import dev.platen.benchmarks.conformance.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Sample SAMPLE = Sample.document("it", "{\"a\":\n1}".getBytes(StandardCharsets.UTF_8));

    @Test
    void shouldAcceptAPlaceThatExists() {
        // Given
        Refused refused = refused(new Place("code", "/a", 2, "words"));

        // When
        boolean isGood = Placement.isGood(refused, SAMPLE);

        // Then
        assertThat(isGood).isTrue();
    }

    @Test
    void shouldNotAcceptALineOrAPointerThatDoesNotExist() {
        // Given
        Refused wrongLine = refused(new Place("code", "/a", 3, "words"));
        Refused wrongPointer = refused(new Place("code", "/b", 1, "words"));

        // When
        List<Boolean> areGood = List.of(Placement.isGood(wrongLine, SAMPLE), Placement.isGood(wrongPointer, SAMPLE));

        // Then
        assertThat(areGood).containsExactly(false, false);
    }

    private static Refused refused(Place place) {
        return new Refused(false, "schema-rejected", "no", List.of(place), 1);
    }
}
