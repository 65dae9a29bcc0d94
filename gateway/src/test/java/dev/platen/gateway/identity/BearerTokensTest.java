package dev.platen.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.platen.contract.id.TenantId;
import dev.platen.testkit.Configs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens against a provider that really serves its keys over HTTP. */
class BearerTokensTest {
    private static RsaJsonWebKey own;
    private static RsaJsonWebKey foreign;
    private static HttpServer provider;
    private static URI issuer;
    private static BearerTokens tokens;

    @BeforeAll
    static void startProvider() throws IOException, JoseException {
        own = key("own");
        foreign = key("own");
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = URI.create("http://127.0.0.1:%d/realms/forms"
                .formatted(provider.getAddress().getPort()));
        serve("/realms/forms/.well-known/openid-configuration", "{\"jwks_uri\": \"%s/keys\"}".formatted(issuer));
        serve("/realms/forms/keys", "{\"keys\": [%s]}".formatted(own.toJson(OutputControlLevel.PUBLIC_ONLY)));
        provider.start();
        IdentityConfig config = Configs.read(
                IdentityConfig.class,
                Map.of(
                        "platen.identity.oidc.issuer",
                        issuer.toString(),
                        "platen.identity.oidc.roles-claim",
                        "realm_access.roles"));
        tokens = new BearerTokens(issuer, config.oidc());
    }

    @AfterAll
    static void stopProvider() {
        provider.stop(0);
    }

    @Test
    void shouldBelieveWhatATokenOfTheProviderSays() throws JoseException {
        // Given
        String token = signed(own, claims());

        // When / Then
        assertThat(tokens.find(token)).contains(new Caller(new TenantId("acme"), Role.AUTHOR));
    }

    @TestFactory
    Stream<DynamicTest> shouldNotBelieve() throws JoseException {
        return Stream.of(
                refused("a token of another issuer", claims -> claims.setIssuer("https://elsewhere.example.org")),
                refused("a token for somebody else", claims -> claims.setAudience("shop")),
                refused("a token that expired", claims -> claims.setExpirationTimeMinutesInTheFuture(-5)),
                refused("a token without an end", claims -> claims.unsetClaim("exp")),
                refused("a token without a tenant", claims -> claims.unsetClaim("tenant")),
                refused("a tenant that cannot be one", claims -> claims.setStringClaim("tenant", "../other")),
                refused("a token without roles", claims -> claims.unsetClaim("realm_access")),
                refused("roles of somebody else", claims -> claims.setClaim("realm_access", roles("king"))),
                refused("a signature with another key", signed(foreign, claims())),
                refused("a token that was changed", changed(signed(own, claims()))),
                refused("a token that is signed with the public key as a secret", signedWithSecret()),
                refused("a token without a signature", unsigned()),
                refused("no token at all", "plainly.not.one"));
    }

    private static DynamicTest refused(String what, Consumer<JwtClaims> change) throws JoseException {
        JwtClaims claims = claims();
        change.accept(claims);
        return refused(what, signed(own, claims));
    }

    private static DynamicTest refused(String what, String token) {
        return DynamicTest.dynamicTest(
                what, () -> assertThat(tokens.find(token)).isEmpty());
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer.toString());
        claims.setAudience("platen");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("tenant", "acme");
        claims.setClaim("realm_access", roles("offline_access", "reader", "author"));
        return claims;
    }

    private static Map<String, List<String>> roles(String... names) {
        return Map.of("roles", List.of(names));
    }

    private static String signed(RsaJsonWebKey key, JwtClaims claims) throws JoseException {
        JsonWebSignature token = token(claims, AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKey(key.getPrivateKey());
        return token.getCompactSerialization();
    }

    private static String signedWithSecret() throws JoseException {
        JsonWebSignature token = token(claims(), AlgorithmIdentifiers.HMAC_SHA256);
        token.setKey(new HmacKey(own.getPublicKey().getEncoded()));
        return token.getCompactSerialization();
    }

    private static String unsigned() throws JoseException {
        JsonWebSignature token = token(claims(), AlgorithmIdentifiers.NONE);
        token.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        return token.getCompactSerialization();
    }

    private static String changed(String token) {
        int middle = token.indexOf('.') + 10;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    private static JsonWebSignature token(JwtClaims claims, String algorithm) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKeyIdHeaderValue("own");
        token.setAlgorithmHeaderValue(algorithm);
        return token;
    }

    private static RsaJsonWebKey key(String id) throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(id);
        return key;
    }

    private static void serve(String path, String json) {
        provider.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
