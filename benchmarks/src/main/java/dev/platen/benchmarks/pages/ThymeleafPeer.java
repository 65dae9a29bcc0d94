package dev.platen.benchmarks.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Thymeleaf in HTML mode with its own expression language, templates cached. It reads maps: its language takes properties
 * of maps or of beans, and records are neither. Thread-safe.
 */
final class ThymeleafPeer {
    private static final int CAPACITY = 32 * 1024;

    private final TemplateEngine engine = new TemplateEngine();
    private final String template;

    ThymeleafPeer(String page) {
        template = Templates.read(page + ".thymeleaf");
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    byte[] render(Map<String, Object> model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(CAPACITY);
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            engine.process(template, new Context(Locale.ROOT, Map.<String, Object>of("model", model)), writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array takes everything", impossible);
        }
        return bytes.toByteArray();
    }
}
