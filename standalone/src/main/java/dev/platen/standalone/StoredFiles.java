package dev.platen.standalone;

import dev.platen.engine.dialect.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Files that stand for the stored documents that a document refers to. */
final class StoredFiles {
    @Option(
            names = "--with",
            paramLabel = "NAME=FILE",
            description = "A file that stands for the stored document NAME, to which DOC refers; may be repeated.")
    private Map<String, Path> files = Map.of();

    /** The contents of all files, by name. */
    Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            contents.put(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        return contents;
    }

    /** The same as the registry of a compiler. */
    Registry registry() throws IOException {
        Map<String, byte[]> contents = read();
        return name -> Optional.ofNullable(contents.get(name));
    }
}
