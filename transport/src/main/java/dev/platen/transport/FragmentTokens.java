package dev.platen.transport;

import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names pages that were made of data that somebody sent, so that their parts can be fetched later, without a credential
 * and by nobody who was not given the page: a token is signed (HMAC-SHA-256) with a key that renderers and gateways
 * share. The same page has the same token always. Thread-safe.
 */
public final class FragmentTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int DIGEST_BYTES = 32;
    private static final int DIGESTS = 3;
    private static final int MIN_KEY = 32;
    private static final int MAX_TOKEN = 600;
    private static final char SEPARATOR = '|';

    /**
     * What a token stands for.
     *
     * @param tenant whose page it is
     * @param head the version of the schema that it was made with
     * @param data digest of the data that it was made of
     */
    public record Source(TenantId tenant, SchemaHead head, Digest data) {}

    private final SecretKeySpec key;

    /**
     * Signs with this key.
     *
     * @throws IllegalArgumentException if it is too short to be one
     */
    public FragmentTokens(String key) {
        if (key.length() < MIN_KEY) {
            throw new IllegalArgumentException("platen.fragments.key must have at least %d random characters, found %d"
                    .formatted(MIN_KEY, key.length()));
        }
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The token of a page: letters, digits, {@code -} and {@code _}. */
    public String sign(Source source) {
        ByteArrayOutputStream token = new ByteArrayOutputStream();
        token.writeBytes(
                (source.tenant().value() + SEPARATOR + source.head().name().value() + SEPARATOR)
                        .getBytes(StandardCharsets.US_ASCII));
        token.writeBytes(HexFormat.of().parseHex(source.head().digest().hex()));
        token.writeBytes(HexFormat.of().parseHex(source.head().plan().hex()));
        token.writeBytes(HexFormat.of().parseHex(source.data().hex()));
        token.writeBytes(signature(token.toByteArray()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.toByteArray());
    }

    /** What the token stands for; empty where it was not signed with this key. */
    public Optional<Source> verify(String token) {
        try {
            byte[] bytes = token.length() > MAX_TOKEN
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
            int end = bytes.length - SIGNATURE_BYTES;
            if (end < DIGESTS * DIGEST_BYTES) {
                return Optional.empty();
            }
            byte[] signed = Arrays.copyOf(bytes, end);
            byte[] signature = Arrays.copyOfRange(bytes, end, bytes.length);
            return MessageDigest.isEqual(signature, signature(signed)) ? Optional.of(read(signed)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Source read(byte[] signed) {
        int digests = signed.length - DIGESTS * DIGEST_BYTES;
        String names = new String(signed, 0, digests - 1, StandardCharsets.US_ASCII);
        int separator = names.indexOf(SEPARATOR);
        SchemaHead head = new SchemaHead(
                new SchemaName(names.substring(separator + 1)),
                digest(signed, digests),
                digest(signed, digests + DIGEST_BYTES));
        return new Source(
                new TenantId(names.substring(0, separator)), head, digest(signed, digests + 2 * DIGEST_BYTES));
    }

    private static Digest digest(byte[] bytes, int from) {
        return new Digest(HexFormat.of().formatHex(bytes, from, from + DIGEST_BYTES));
    }

    private byte[] signature(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(bytes), SIGNATURE_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
