package dev.platen.gateway.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.platen.contract.id.TenantId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an OpenID Connect provider (JSON Web Tokens, RFC 7519), signed with one of the keys that it publishes.
 * Thread-safe; may wait for the provider, so it is never asked on an event loop.
 */
final class BearerTokens {
    private static final Logger LOG = Logger.getLogger(BearerTokens.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final int MAX_ROLES = 100;

    /** Signatures with a key of the provider's; never with a shared secret, and never none. */
    private static final AlgorithmConstraints SIGNATURES = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384);

    private final URI issuer;
    private final IdentityConfig.Oidc config;
    private volatile @Nullable JwtConsumer tokens;

    BearerTokens(URI issuer, IdentityConfig.Oidc config) {
        this.issuer = issuer;
        this.config = config;
    }

    /** Whoever the token says, if it is to be believed and names a tenant and a role that there are. */
    Optional<Caller> find(String token) {
        try {
            return caller(consumer().processToClaims(token));
        } catch (InvalidJwtException refused) {
            LOG.tracef("a token is refused: %s", refused.getMessage()); // the message quotes the token
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.warnf("the provider %s cannot be used: %s", issuer, unusable.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private JwtConsumer consumer() throws IOException, InterruptedException {
        JwtConsumer known = tokens;
        if (known == null) {
            known = new JwtConsumerBuilder()
                    .setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                    .setExpectedIssuer(issuer.toString())
                    .setExpectedAudience(config.audience())
                    .setJwsAlgorithmConstraints(SIGNATURES)
                    .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(addressOfKeys())))
                    .build();
            tokens = known;
        }
        return known;
    }

    /** OpenID Connect Discovery 1.0, section 4. */
    private String addressOfKeys() throws IOException, InterruptedException {
        URI discovery = URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(discovery).timeout(TIMEOUT).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            String found =
                    new ObjectMapper().readTree(answer.body()).path("jwks_uri").asText();
            if (found.isEmpty()) {
                throw new IOException(
                        "%s does not name a jwks_uri, status %d".formatted(discovery, answer.statusCode()));
            }
            return found;
        }
    }

    private Optional<Caller> caller(JwtClaims claims) {
        JsonNode all = new ObjectMapper().valueToTree(claims.getClaimsMap());
        JsonNode tenant = at(all, config.tenantClaim());
        Optional<Role> role = roles(at(all, config.rolesClaim())).max(Comparator.naturalOrder());
        if (!tenant.isTextual() || role.isEmpty()) {
            LOG.debugf("a token has no text in '%s' or no role in '%s'", config.tenantClaim(), config.rolesClaim());
            return Optional.empty();
        }
        return Optional.of(new Caller(new TenantId(tenant.asText()), role.get()));
    }

    private static JsonNode at(JsonNode claims, String path) {
        JsonNode found = claims;
        for (String member : path.split("\\.", -1)) {
            found = found.path(member);
        }
        return found;
    }

    private static Stream<Role> roles(JsonNode claim) {
        Map<String, Role> known = Map.of("reader", Role.READER, "author", Role.AUTHOR, "admin", Role.ADMIN);
        Stream<String> names = claim.isArray()
                ? claim.valueStream().map(JsonNode::asText)
                : Stream.of(claim.asText().split(" ", MAX_ROLES));
        return names.map(known::get).filter(Objects::nonNull);
    }
}
