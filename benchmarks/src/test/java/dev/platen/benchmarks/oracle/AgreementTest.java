package dev.platen.benchmarks.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void shouldCountFieldsThatAgreeInEveryPoint() {
        // Given
        Agreement agreement = new Agreement();
        Fields theirs =
                PageReader.read("<input id='root_a' value='1'><input id='root_b' type='email'><input id='root_c'>");
        Fields ours = PageReader.read("<input id='root_a' value='1'><input id='root_b'><input id='root_d'>");

        // When
        agreement.add("page", theirs, ours);

        // Then
        assertThat(agreement.fields()).isEqualTo(4);
        assertThat(agreement.agreeing()).isEqualTo(1);
        assertThat(agreement.shares()).containsEntry("presence", 0.5).containsEntry("kind", 0.5);
        assertThat(agreement.byCause().keySet())
                .containsExactlyInAnyOrder("kind: theirs email, ours text", "missing text", "extra text");
    }

    @Test
    void shouldNotBlameForWhatThePeerCannotShow() {
        // Given
        Agreement agreement = new Agreement();
        Fields theirs = PageReader.read("<div data-path='a'></div>");
        Fields ours = PageReader.read("<input id='root_a_b'>");

        // When
        agreement.add("page", theirs, ours);

        // Then
        assertThat(agreement.fields()).isZero();
        assertThat(agreement.beyond()).isEqualTo(1);
    }
}
