package dev.platen.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The root of the repository whose packages are under test. */
public final class Home {
    private Home() {}

    /** The folder with the root {@code pom.xml}: the system property {@code platen.root}, or the nearest one above. */
    public static Path path() {
        String configured = System.getProperty("platen.root", "");
        Path folder = Path.of(configured).toAbsolutePath().normalize();
        while (!Files.exists(folder.resolve("platen"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("no folder with the platen launcher above '%s'".formatted(configured));
            }
            folder = parent;
        }
        return folder;
    }
}
