package dev.platen.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document of which a part is made by a test: between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}. */
public final class Document {
    private Document() {}

    /**
     * What stands in that part; where {@code -Dplaten.goldens=write} asks for it, what should stand there is written first.
     *
     * @param file below the folder of the repository
     */
    public static String part(String file, String name, String expected) {
        Path path = Home.path().resolve(file);
        String begin = "<!-- begin %s -->%n".formatted(name);
        String end = "<!-- end %s -->".formatted(name);
        try {
            String text = Files.readString(path);
            int from = text.indexOf(begin) + begin.length();
            int to = text.indexOf(end);
            if (from < begin.length() || to < from) {
                throw new IllegalStateException("%s has no part %s".formatted(file, name));
            }
            if ("write".equals(System.getProperty("platen.goldens"))) {
                Files.writeString(path, text.substring(0, from) + expected + text.substring(to));
                return expected;
            }
            return text.substring(from, to);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
