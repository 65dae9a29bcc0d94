package dev.platen.contract.id;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest in lower-case hexadecimal: 64 characters, never anything else.
 *
 * @param hex the 64 hexadecimal characters
 */
public record Digest(String hex) {
    private static final int HEX_LENGTH = 64;

    /** Refuses everything but 64 lower-case hexadecimal characters. */
    public Digest {
        if (!isValid(hex)) {
            throw new IllegalArgumentException("digest must be 64 lower-case hexadecimal characters, found '%s'"
                    .formatted(hex.length() > HEX_LENGTH ? hex.substring(0, HEX_LENGTH) + "…" : hex));
        }
    }

    /** Whether {@code text} is a digest in the form of this type. */
    public static boolean isValid(String text) {
        return text.length() == HEX_LENGTH
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** The SHA-256 of {@code bytes}. */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** The SHA-256 over several fields, each preceded by its length in four bytes: injective, whatever they hold. */
    public static Digest ofFields(byte[]... fields) {
        MessageDigest sha256 = sha256();
        for (byte[] field : fields) {
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, field.length));
            sha256.update(field);
        }
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
