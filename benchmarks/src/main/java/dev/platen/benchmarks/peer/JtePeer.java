package dev.platen.benchmarks.peer;

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
public final class JtePeer {
    private static final String PACKAGE = "dev.platen.benchmarks.templates";

    private final TemplateEngine engine;

    private JtePeer(TemplateEngine engine) {
        this.engine = engine;
    }

    /** Compiles templates, by file name, into an empty folder that the peer reads from as long as it lives. */
    public static JtePeer compile(Path folder, Map<String, String> templates) {
        try {
            Path sources = Files.createDirectory(folder.resolve("sources"));
            Path classes = Files.createDirectory(folder.resolve("classes"));
            for (Map.Entry<String, String> template : templates.entrySet()) {
                Files.writeString(sources.resolve(template.getKey()), template.getValue());
            }
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

    /** The page of a template with one parameter. */
    public byte[] render(String template, Object model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, model, output);
        return output.toByteArray();
    }

    /** The page of a template with named parameters. */
    public byte[] render(String template, Map<String, Object> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, parameters, output);
        return output.toByteArray();
    }
}
