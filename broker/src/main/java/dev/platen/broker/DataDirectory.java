package dev.platen.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one broker, locked for as long as it is open.
 *
 * <p>INVARIANT: the lock file is the first file written and is never deleted, so a directory that holds anything but
 * lacks the lock file was written by something else. The format step writes {@code meta.properties} last, so a
 * directory without that file is safe to format, also after a crash half way.
 */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK_FILE = "platen-broker.lock";

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Creates the directory where it is missing, locks it, and formats it where it is new. */
    static DataDirectory open(Path path, Quorum quorum) {
        try {
            Files.createDirectories(path);
            requireOwnOrEmpty(path);
            DataDirectory directory = new DataDirectory(path, lock(path));
            directory.formatIfNew(quorum);
            return directory;
        } catch (IOException e) {
            throw new BrokerStartException(
                    "broker data directory %s cannot be used: %s; choose a directory that can be written to"
                            .formatted(path, e),
                    e);
        }
    }

    private static void requireOwnOrEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            if (!Files.exists(path.resolve(LOCK_FILE)) && entries.findAny().isPresent()) {
                throw new BrokerStartException(
                        "broker data directory %s holds files but no %s: something else wrote it; choose an empty directory"
                                .formatted(path, LOCK_FILE));
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new BrokerStartException(
                    "broker data directory %s is in use by another broker; stop that one or choose another directory"
                            .formatted(path));
        }
        return channel;
    }

    /** The lock, which lives as long as its channel, or null where another process or this one holds it already. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private void formatIfNew(Quorum quorum) {
        if (Files.exists(path.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        try (PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silence)
                    .setClusterId(clusterId(quorum).toString())
                    .setNodeId(quorum.node())
                    .addDirectory(path.toString())
                    .setMetadataLogDirectory(path.toString())
                    .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                    .run();
        } catch (Exception e) {
            close();
            throw new BrokerStartException(
                    "broker data directory %s cannot be formatted: %s; remove it or choose another".formatted(path, e),
                    e);
        }
    }

    /** Brokers that belong together have their directories beside each other, and agree by that on what they are called. */
    private Uuid clusterId(Quorum quorum) {
        if (quorum.isAlone()) {
            return Uuid.randomUuid();
        }
        UUID named = UUID.nameUUIDFromBytes(String.valueOf(path.getParent()).getBytes(StandardCharsets.UTF_8));
        return new Uuid(named.getMostSignificantBits(), named.getLeastSignificantBits());
    }

    Path path() {
        return path;
    }

    /** Gives the directory free for the next broker. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
