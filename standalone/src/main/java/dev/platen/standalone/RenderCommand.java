package dev.platen.standalone;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Presentation.Layout;
import dev.platen.engine.theme.Assets;
import dev.platen.engine.theme.Theme;
import dev.platen.engine.theme.Themes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A document becomes HTML without any server. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Renders a document to standard output; no server is needed.")
final class RenderCommand implements Callable<Integer> {
    private static final byte[] DEFAULT_DATA = {};

    @Parameters(paramLabel = "DOC", description = "The document: a JSON Schema, or {schema, uiSchema, data}.")
    private Path document = Path.of("");

    @Mixin
    private StoredFiles stored = new StoredFiles();

    @Option(names = "--data", paramLabel = "FILE", description = "JSON data; by default what the document brings.")
    private @Nullable Path data;

    @Option(names = "--locale", defaultValue = "en", description = "BCP 47 tag (default: ${DEFAULT-VALUE}).")
    private String locale = "en";

    @Option(names = "--theme", defaultValue = "plain", description = "Name of the theme (default: ${DEFAULT-VALUE}).")
    private String theme = "plain";

    @Option(names = "--page", description = "Write a whole HTML document, not only its content.")
    private boolean page;

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "Write to FILE; with --page, what it refers to is put beside it.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        Presentation presentation = new Presentation(locale, theme, page ? Layout.PAGE : Layout.FRAGMENT);
        byte[] json = data == null ? DEFAULT_DATA : Files.readAllBytes(data);
        Pipeline pipeline = new Pipeline(output == null ? "/assets/" : "", stored.registry());
        return switch (pipeline.render(Files.readAllBytes(document), json, presentation)) {
            case Pipeline.Outcome.Page(byte[] html) -> write(html);
            case Pipeline.Outcome.Refused(var problem) -> Reports.print(document, problem);
        };
    }

    private int write(byte[] html) throws IOException {
        Path target = output;
        if (target == null) {
            System.out.write(html);
            System.out.flush();
            return 0;
        }
        Files.write(target, html);
        if (page) {
            putAssets(target);
        }
        return 0;
    }

    /** What the page refers to, whichever way its language is written. */
    private void putAssets(Path target) throws IOException {
        Theme shown = Themes.find(theme).orElseThrow(); // the page was rendered with it
        List<String> names = new ArrayList<>(shown.stylesheets());
        names.addAll(shown.rightToLeft());
        names.addAll(shown.scripts());
        for (String name : names) {
            Files.write(target.resolveSibling(name), Assets.find(name).orElseThrow());
        }
    }
}
