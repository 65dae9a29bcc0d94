package dev.platen.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of who may ask. A gateway with none of them does not start. */
@ConfigMapping(prefix = "platen.identity")
public interface IdentityConfig {
    /** Whether everybody may do everything, as one tenant. For a laptop; in production only behind something that asks. */
    @WithDefault("false")
    boolean open();

    /**
     * File with one API key per line, as {@code ./platen key} prints it: id, tenant, role, SHA-256 of the key, and a date
     * from which it is refused. Read again within seconds of a change.
     */
    Optional<Path> apiKeysFile();

    /** Tokens of an OpenID Connect provider. */
    Oidc oidc();

    /** Which tokens are believed, and what they say. */
    interface Oidc {
        /** The issuer; its keys are found through {@code /.well-known/openid-configuration}. Unset: no tokens. */
        Optional<URI> issuer();

        /** What a token must be meant for. */
        @WithDefault("platen")
        String audience();

        /** The claim with the tenant. */
        @WithDefault("tenant")
        String tenantClaim();

        /** The claim with the roles, a list or a text; members of members are separated by dots. */
        @WithDefault("roles")
        String rolesClaim();
    }
}
