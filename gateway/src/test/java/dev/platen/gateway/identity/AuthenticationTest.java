package dev.platen.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.testkit.Configs;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
    @Test
    void shouldNotStartWithoutKnowingWhoMayAsk() {
        // Given
        IdentityConfig nothing = Configs.read(IdentityConfig.class, Map.of());

        // When / Then
        assertThatThrownBy(() -> new Authentication(nothing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("platen.identity.api-keys-file")
                .hasMessageContaining("platen.identity.open=true");
    }

    @Test
    void shouldNotStartBothOpenAndClosed() {
        // Given
        IdentityConfig both = Configs.read(
                IdentityConfig.class,
                Map.of("platen.identity.open", "true", "platen.identity.oidc.issuer", "https://login.example.org"));

        // When / Then
        assertThatThrownBy(() -> new Authentication(both))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("platen.identity.open is true");
    }

    @Test
    void shouldHaveDefaultsThatLetNobodyIn() {
        // When
        IdentityConfig config = Configs.read(IdentityConfig.class, Map.of());

        // Then
        assertThat(config.open()).isFalse();
        assertThat(config.apiKeysFile()).isEmpty();
        assertThat(config.oidc().issuer()).isEmpty();
        assertThat(config.oidc().audience()).isEqualTo("platen");
        assertThat(config.oidc().tenantClaim()).isEqualTo("tenant");
        assertThat(config.oidc().rolesClaim()).isEqualTo("roles");
    }

    @Test
    void shouldSayThatTheFileOfKeysIsMissing() {
        // Given
        String missing = Path.of("no", "such", "file").toString();
        IdentityConfig config = Configs.read(IdentityConfig.class, Map.of("platen.identity.api-keys-file", missing));

        // When / Then
        assertThatThrownBy(() -> new Authentication(config)).hasMessageContaining(missing);
    }
}
