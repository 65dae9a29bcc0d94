package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.transport.FragmentTokens.Source;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FragmentTokensTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Source SOURCE = new Source(
            new TenantId("acme"),
            new SchemaHead(new SchemaName("order.form"), Digest.of(new byte[] {1}), Digest.of(new byte[] {2})),
            Digest.of(new byte[] {3}));

    private final FragmentTokens tokens = new FragmentTokens(KEY);

    @Test
    void shouldReadWhatItSigned() {
        // When
        String token = tokens.sign(SOURCE);

        // Then
        assertThat(token).matches("[A-Za-z0-9_-]+").isEqualTo(tokens.sign(SOURCE));
        assertThat(tokens.verify(token)).contains(SOURCE);
    }

    @Test
    void shouldNotReadATokenOfAnotherKey() {
        // Given
        FragmentTokens others = new FragmentTokens(KEY.replace('0', 'x'));

        // When / Then
        assertThat(tokens.verify(others.sign(SOURCE))).isEmpty();
    }

    @Test
    void shouldNotReadATokenInWhichAnyBitWasChanged() {
        // Given
        byte[] token = Base64.getUrlDecoder().decode(tokens.sign(SOURCE));

        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));

            // When / Then
            assertThat(tokens.verify(Base64.getUrlEncoder().encodeToString(changed)))
                    .isEmpty();
        }
    }

    @Test
    void shouldRefuseAnythingElseWithoutAnException() {
        // Given
        Random random = new Random(7);
        for (int length = 0; length < 2_000; length += 13) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);

            // When / Then
            assertThat(tokens.verify(Base64.getUrlEncoder().withoutPadding().encodeToString(noise)))
                    .isEmpty();
        }
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("no token, is it?")).isEmpty();
    }

    @Test
    void shouldRefuseAKeyThatCanBeGuessed() {
        // When / Then
        assertThatThrownBy(() -> new FragmentTokens("secret")).hasMessageContaining("at least 32");
    }
}
