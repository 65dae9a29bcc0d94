package dev.platen.engine;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program: compiles every document of some folders and prints what came of each, for comparison between machines. */
final class Digests {
    private Digests() {}

    public static void main(String[] folders) {
        for (String folder : folders) {
            System.out.writeBytes(of(Path.of(folder)).getBytes(StandardCharsets.UTF_8));
        }
        System.out.flush();
    }

    /** A line for each document. */
    static String of(Path folder) {
        Compiler compiler = new Compiler(Limits.DEFAULT);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> file + " " + digest(compiler, file) + "\n")
                    .collect(Collectors.joining());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(Compiler compiler, Path file) {
        return switch (compiler.compile(Fixtures.read(file))) {
            case Compiled compiled -> compiled.planDigest().hex() + compiled.warnings();
            case Rejected rejected -> rejected.problem().detail();
        };
    }
}
