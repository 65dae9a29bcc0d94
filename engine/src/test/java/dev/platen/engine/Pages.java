package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.submit.ViewState;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Shortcuts through the engine for tests in which everything is expected to go well. */
final class Pages {
    static final byte[] NO_DATA = {};
    static final Presentation FRAGMENT = new Presentation("en", "plain", Presentation.Layout.FRAGMENT);

    private static final Compiler COMPILER = new Compiler(Limits.DEFAULT);
    private static final Renderer RENDERER = new Renderer(Limits.DEFAULT, "/assets/");

    private Pages() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Compiled compiled(byte[] document) {
        CompileOutcome outcome = COMPILER.compile(document);
        assertThat(outcome).isInstanceOf(Compiled.class);
        return (Compiled) outcome;
    }

    static Plan plan(String document) {
        return compiled(utf8(document)).plan();
    }

    static String page(Plan plan, byte[] data, Presentation presentation) {
        return page(plan, data, View.NONE, presentation);
    }

    private static String page(Plan plan, byte[] data, View view, Presentation presentation) {
        WholePage page = new WholePage();
        RenderOutcome outcome = RENDERER.render(plan, data, view, presentation, page);
        assertThat(outcome).isInstanceOfSatisfying(Rendered.class, rendered -> assertThat(rendered.bytes())
                .isEqualTo(page.toBytes().length));
        return new String(page.toBytes(), StandardCharsets.UTF_8);
    }

    /** The content of the form for this data. */
    static String fragment(Plan plan, String data) {
        return page(plan, utf8(data), FRAGMENT);
    }

    /** The content of the form for this data, in the state that it was left in. */
    static String fragment(Plan plan, String data, ViewState state) {
        View view = new View(Map.of(), state.choices(), state.pages(), state.open());
        return page(plan, utf8(data), view, FRAGMENT);
    }

    /** One element a line, to be read by people. */
    static String readable(String html) {
        return html.replace("><", ">\n<") + "\n";
    }
}
