package dev.platen.gateway.identity;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/**
 * What is kept of an API key: not the key. A key has 256 random bits, so its plain SHA-256 gives nothing away.
 *
 * @param id what the key is called in files and logs: 1 to 64 characters of {@code a-z 0-9 -}
 * @param caller whoever sends the key
 * @param hash SHA-256 of the key
 * @param refusedFrom the day, in UTC, from which the key is refused
 */
public record ApiKey(String id, Caller caller, Digest hash, Optional<LocalDate> refusedFrom) {
    /** What every key begins with, so that people and scanners of repositories know one when they see it. */
    public static final String PREFIX = "plk_";

    private static final int RANDOM_BYTES = 32;
    private static final int MIN_FIELDS = 4;
    private static final int MAX_FIELDS = 5;

    /** Refuses an id that could not stand in a line of its own. */
    public ApiKey {
        if (!id.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "the id of an API key has 1 to 64 characters of a-z, 0-9 and -, found '%s'".formatted(id));
        }
    }

    /** A new key, to be given to whoever will use it and kept nowhere else. */
    public static String generate(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a key: its SHA-256. */
    public static Digest hash(String key) {
        return Digest.of(key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a line of the file.
     *
     * @throws IllegalArgumentException if it is not one, with what is wrong
     */
    static ApiKey parse(String line) {
        String[] fields = line.strip().split("\\s+", MAX_FIELDS + 1);
        if (fields.length < MIN_FIELDS || fields.length > MAX_FIELDS) {
            throw new IllegalArgumentException(
                    "a line has an id, a tenant, a role, a SHA-256 and perhaps a date, found %d fields"
                            .formatted(fields.length));
        }
        return new ApiKey(
                fields[0],
                new Caller(new TenantId(fields[1]), Role.named(fields[2])),
                new Digest(fields[3]),
                fields.length == MAX_FIELDS ? Optional.of(date(fields[4])) : Optional.empty());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw new IllegalArgumentException("a date has the form 2027-12-31, found '%s'".formatted(text), notADate);
        }
    }

    /** The line of the file that stands for this key. */
    public String line() {
        return "%s %s %s %s%s"
                .formatted(
                        id,
                        caller.tenant(),
                        caller.role().label(),
                        hash,
                        refusedFrom.map(date -> " " + date).orElse(""));
    }

    boolean isValidAt(Instant now) {
        return refusedFrom
                .map(date -> now.isBefore(date.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .orElse(true);
    }
}
