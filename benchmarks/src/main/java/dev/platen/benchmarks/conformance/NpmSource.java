package dev.platen.benchmarks.conformance;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The documents of a package.
 *
 * @param folder with the package
 * @param corpus as the script calls it
 */
record NpmSource(NpmFolder folder, String corpus) implements Source {
    @Override
    public void each(Consumer<Sample> consumer) throws IOException {
        Process script = folder.script("corpora.mjs", corpus)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(script.getInputStream()))) {
            for (Optional<List<byte[]>> parts = Messages.read(in); parts.isPresent(); parts = Messages.read(in)) {
                String name = new String(parts.get().getFirst(), StandardCharsets.UTF_8);
                consumer.accept(Sample.document(name, parts.get().getLast()));
            }
        } finally {
            script.destroy();
        }
        int status = script.onExit().join().exitValue();
        if (status != 0) {
            throw new IOException("corpora.mjs %s ended with status %d".formatted(corpus, status));
        }
    }
}
