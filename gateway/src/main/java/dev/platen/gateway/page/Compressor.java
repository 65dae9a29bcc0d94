package dev.platen.gateway.page;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * Codes pages beside the requests, on one thread: nobody waits for it, and what is too much is dropped and asked for
 * again. Thread-safe.
 */
@Singleton
final class Compressor {
    /** Smaller pages fit into one packet anyway. */
    private static final int MIN_BYTES = 1_200;

    private static final int MAX_WAITING = 256;

    /** A page is coded once and sent often; higher levels cost ten times the time for a twentieth of the size. */
    private static final Encoder.Parameters BROTLI = Encoder.Parameters.create(5);

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            new DefaultThreadFactory("platen-compressor", true),
            new ThreadPoolExecutor.DiscardPolicy());

    /** Codes a page some time later and hands the result over, if it is smaller than the page. */
    void compress(byte[] html, Coding coding, Consumer<byte[]> whenDone) {
        if (html.length < MIN_BYTES) {
            return;
        }
        worker.execute(() -> {
            byte[] coded = code(html, coding);
            if (coded.length < html.length) {
                whenDone.accept(coded);
            }
        });
    }

    private static byte[] code(byte[] html, Coding coding) {
        try {
            return switch (coding) {
                case IDENTITY -> html;
                case GZIP -> gzip(html);
                case BROTLI -> Brotli4jLoader.isAvailable() ? Encoder.compress(html, BROTLI) : html;
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
    }

    private static byte[] gzip(byte[] html) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream(html.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write(html);
        }
        return coded.toByteArray();
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }
}
