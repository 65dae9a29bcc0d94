package dev.platen.benchmarks.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * JTE as its documentation recommends it for speed: templates compiled beforehand, static content as bytes, UTF-8 out.
 * Thread-safe.
 */
final class JtePeer {
    private static final String RECORDS = "records.jte";
    private static final String PACKAGE = "dev.platen.benchmarks.render.templates";
    private static final String MAPS = "maps.jte";

    private final TemplateEngine engine;

    private JtePeer(TemplateEngine engine) {
        this.engine = engine;
    }

    /** Compiles both templates into an empty folder, which the peer reads from as long as it lives. */
    static JtePeer compile(Path folder) {
        try {
            Path sources = Files.createDirectory(folder.resolve("sources"));
            Path classes = Files.createDirectory(folder.resolve("classes"));
            Files.writeString(sources.resolve(RECORDS), JteSource.of(JteSource.Access.RECORDS));
            Files.writeString(sources.resolve(MAPS), JteSource.of(JteSource.Access.MAPS));
            ClassLoader parent = JtePeer.class.getClassLoader();
            TemplateEngine compiler = TemplateEngine.create(
                    new DirectoryCodeResolver(sources), classes, ContentType.Html, parent, PACKAGE);
            compiler.setBinaryStaticContent(true);
            compiler.precompileAll();
            return new JtePeer(TemplateEngine.createPrecompiled(classes, ContentType.Html, parent, PACKAGE));
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("the templates of the peer cannot be written", cannotWrite);
        }
    }

    byte[] render(Order order) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(RECORDS, order, output);
        return output.toByteArray();
    }

    byte[] render(Map<String, Object> order) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(MAPS, Map.<String, Object>of("order", order), output);
        return output.toByteArray();
    }
}
