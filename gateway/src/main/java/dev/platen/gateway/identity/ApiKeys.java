package dev.platen.gateway.identity;

import dev.platen.contract.id.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The API keys of a file, read again when it changes, so that keys are rotated without a restart. A file that cannot be
 * read any more, or has a wrong line, leaves the keys as they were. Thread-safe.
 */
final class ApiKeys {
    private static final Logger LOG = Logger.getLogger(ApiKeys.class);
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MAX_KEYS = 100_000;

    private final Path file;
    private final InstantSource clock;
    private final AtomicLong looked = new AtomicLong(System.nanoTime());
    private volatile FileTime modified;
    private volatile Map<Digest, ApiKey> keys;

    private ApiKeys(Path file, InstantSource clock) throws IOException {
        this.file = file;
        this.clock = clock;
        this.modified = Files.getLastModifiedTime(file);
        this.keys = parse(Files.readString(file));
    }

    /**
     * Reads the keys.
     *
     * @throws IllegalStateException if the file cannot be read or has a wrong line
     */
    static ApiKeys of(Path file, InstantSource clock) {
        try {
            return new ApiKeys(file, clock);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalStateException("the file of API keys cannot be used: %s".formatted(unusable), unusable);
        }
    }

    /**
     * Whoever has this key. Found by its hash, so that the time it takes tells nothing about other keys.
     */
    Optional<Caller> find(String key) {
        lookAgain();
        return Optional.ofNullable(keys.get(ApiKey.hash(key)))
                .filter(known -> known.isValidAt(clock.instant()))
                .map(ApiKey::caller);
    }

    /** Looks at the date of the file, which takes microseconds, before a key is believed: one that was taken out is refused. */
    private void lookAgain() {
        long before = looked.get();
        long now = System.nanoTime();
        if (now - before < LOOK_AGAIN_NANOS || !looked.compareAndSet(before, now)) {
            return;
        }
        try {
            FileTime found = Files.getLastModifiedTime(file);
            if (!found.equals(modified)) {
                modified = found;
                keys = parse(Files.readString(file));
                LOG.infof("%d API keys were read again", keys.size());
            }
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.warnf("the file of API keys cannot be used, the keys stay as they are: %s", unusable.toString());
        }
    }

    private static Map<Digest, ApiKey> parse(String text) {
        List<String> lines = text.lines().toList();
        Map<Digest, ApiKey> found = new HashMap<>();
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                ApiKey key = ApiKey.parse(line);
                found.put(key.hash(), key);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line %d: %s".formatted(number + 1, wrong.getMessage()), wrong);
            }
        }
        if (found.size() > MAX_KEYS) {
            throw new IllegalArgumentException("there may be %d API keys, found %d".formatted(MAX_KEYS, found.size()));
        }
        return Map.copyOf(found);
    }
}
