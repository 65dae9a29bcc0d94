package dev.platen.engine.emit;

import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Form;
import java.util.Optional;

/** Turns a form into a plan: first the page, then the routines that it calls. */
public final class PlanEmitter {
    private static final String UNTITLED = "Form";

    private PlanEmitter() {}

    /**
     * The plan of the form. The same form always gives the same plan.
     *
     * @return empty where it would be larger than {@code maxBytes} bytes, and as many ints of code
     */
    public static Optional<Plan> emit(Form form, int maxBytes) {
        Emission emission = Emission.within(maxBytes);
        Tables tables = emission.tables();
        int page = tables.reserveScope();
        form.routines().forEach(routine -> tables.reserveScope());
        NodeEmitter nodes = new NodeEmitter(emission, page + 1);
        Frame frame = new Frame(tables);
        page(form, emission, nodes, frame);
        emission.code().op(Op.END);
        tables.scope(page, frame.scope(0));
        for (int i = 0; i < form.routines().size(); i++) {
            int address = emission.code().here();
            Frame own = new Frame(tables);
            nodes.content(form.routines().get(i), Where.INNER, own.slots());
            emission.code().op(Op.END);
            tables.scope(page + 1 + i, own.scope(address));
        }
        CodeBuilder code = emission.code();
        byte[] segments = code.segments();
        return code.isFull()
                ? Optional.empty()
                : Optional.of(new Plan(
                        form.title(),
                        form.data(),
                        segments,
                        code.code(),
                        tables.shapes(),
                        tables.scopes(),
                        tables.choices()));
    }

    private static void page(Form form, Emission emission, NodeEmitter nodes, Frame frame) {
        CodeBuilder code = emission.code();
        HtmlWriter html = emission.html();
        int head = code.op(Op.PAGE_ONLY, 0);
        head(form, emission);
        code.patch(head, 0);
        html.open(Element.FORM)
                .attribute(Attribute.METHOD, "post")
                .attribute(Attribute.ACTION, "submissions")
                .attribute(Attribute.CLASS, "platen")
                .inside();
        defaultButton(form, html);
        nodes.root(form.root(), frame.slots());
        if (!form.submit().isEmpty()) {
            html.open(Element.BUTTON).attribute(Attribute.TYPE, "submit").attribute(Attribute.CLASS, "submit");
            html.inside().text(form.submit()).close(Element.BUTTON);
        }
        html.close(Element.FORM);
        int foot = code.op(Op.PAGE_ONLY, 0);
        html.close(Element.MAIN).close(Element.BODY).close(Element.HTML);
        code.patch(foot, 0);
    }

    /**
     * The enter key presses the first button of a form. Without this one, that would be the one that removes the first
     * item of a list.
     */
    private static void defaultButton(Form form, HtmlWriter html) {
        if (!form.submit().isEmpty() && NodeEmitter.hasButtons(form)) {
            html.open(Element.BUTTON)
                    .attribute(Attribute.TYPE, "submit")
                    .attribute(Attribute.CLASS, "default")
                    .attribute(Attribute.TABINDEX, "-1")
                    .attribute(Attribute.ARIA_HIDDEN, "true");
            html.inside().text(form.submit()).close(Element.BUTTON);
        }
    }

    private static void head(Form form, Emission emission) {
        HtmlWriter html = emission.html();
        String title = form.title().isEmpty() ? UNTITLED : form.title();
        html.doctype();
        html.open(Element.HTML).begin(Attribute.LANG);
        emission.code().op(Op.LOCALE);
        html.end().inside().open(Element.HEAD).inside();
        html.open(Element.META).attribute(Attribute.CHARSET, "utf-8").inside();
        html.open(Element.META)
                .attribute(Attribute.NAME, "viewport")
                .attribute(Attribute.CONTENT, "width=device-width, initial-scale=1")
                .inside();
        html.element(Element.TITLE, title);
        html.open(Element.LINK).attribute(Attribute.REL, "stylesheet").begin(Attribute.HREF);
        emission.code().op(Op.STYLESHEET);
        html.end()
                .inside()
                .close(Element.HEAD)
                .open(Element.BODY)
                .inside()
                .open(Element.MAIN)
                .inside();
        if (!form.title().isEmpty()) {
            html.open(Element.H1)
                    .attribute(Attribute.ID, "root__title")
                    .inside()
                    .text(form.title())
                    .close(Element.H1);
        }
    }
}
