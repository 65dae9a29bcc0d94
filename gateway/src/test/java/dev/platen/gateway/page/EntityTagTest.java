package dev.platen.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.id.Digest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final EntityTag TAG = new EntityTag("aaaa");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "aaaa"                          | IDENTITY
                    "aaaa-gzip"                     | GZIP
                    W/"aaaa-br"                     | BROTLI
                    "bbbb", "aaaa"                  | IDENTITY
                    "bbbb","cccc" , W/"aaaa-gzip"   | GZIP
                    "aaaa", "aaaa-gzip", "aaaa-br"  | BROTLI
                    "aaaa-gzip", "aaaa"             | IDENTITY
                    *                               | BROTLI
                    """)
    void shouldKnowWhichOfItsOwnTagsTheClientHas(String header, Coding expected) {
        // When
        var known = TAG.known(header, Coding.BROTLI);

        // Then
        assertThat(known).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"bbbb\"", "\"aaaab\"", "aaaa", "\"aaaa-zstd\"", "\"bbbb\", *", "W/*", "\"aaaa"})
    void shouldNotTakeAnotherTagForItsOwn(String header) {
        // When
        var known = TAG.known(header, Coding.IDENTITY);

        // Then
        assertThat(known).isEmpty();
    }

    @Test
    void shouldBeOfTheContentAddress() {
        // Given
        Digest key = Digest.of("page".getBytes(StandardCharsets.UTF_8));

        // When
        String tag = EntityTag.of(key).in(Coding.GZIP);

        // Then
        assertThat(tag).isEqualTo('"' + key.hex().substring(0, 32) + "-gzip\"");
    }
}
