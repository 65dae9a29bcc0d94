package dev.platen.engine.emit;

import dev.platen.contract.plan.Names;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a form into a plan: first the page, then the routines that it calls. */
public final class PlanEmitter {
    private final Form form;
    private final Emission emission;
    private final CodeBuilder code;
    private final HtmlWriter html;

    private PlanEmitter(Form form, int maxBytes) {
        this.form = form;
        this.emission = Emission.within(maxBytes, form.translations());
        this.code = emission.code();
        this.html = emission.html();
    }

    /**
     * The plan of the form. The same form always gives the same plan.
     *
     * @return empty where it would be larger than {@code maxBytes} bytes, and as many ints of code
     */
    public static Optional<Plan> emit(Form form, int maxBytes) {
        return new PlanEmitter(form, maxBytes).emit();
    }

    private Optional<Plan> emit() {
        NodeEmitter nodes = new NodeEmitter(emission);
        page(nodes);
        code.op(Op.END);
        List<Integer> routines = new ArrayList<>();
        for (Node routine : form.routines()) {
            routines.add(code.here());
            new KeptEmitter(emission).presence(Where.INNER, "__open");
            nodes.content(routine, Where.INNER);
            code.op(Op.END);
        }
        byte[] segments = code.segments();
        Tables tables = emission.tables();
        return code.isFull()
                ? Optional.empty()
                : Optional.of(new Plan(
                        form.title(),
                        form.data(),
                        segments,
                        code.code(),
                        routines,
                        new Names(tables.names()),
                        tables.choices(),
                        tables.expressions(),
                        tables.alternatives(),
                        form.checks(),
                        tables.entries(),
                        tables.messages(),
                        PartsEmitter.of(form)));
    }

    private void page(NodeEmitter nodes) {
        int head = code.op(Op.PAGE_ONLY, 0);
        head();
        code.patch(head, 0);
        switch (form.kind()) {
            case FORM -> form(nodes);
            case PAGE -> nodes.emit(form.root(), Where.TOP);
        }
        int foot = code.op(Op.PAGE_ONLY, 0);
        html.close(Element.MAIN).close(Element.BODY).close(Element.HTML);
        code.patch(foot, 0);
    }

    private void form(NodeEmitter nodes) {
        html.open(Element.FORM).attribute(Attribute.METHOD, "post").attribute(Attribute.ACTION, "submissions");
        emission.role(Role.FORM);
        html.inside();
        summary();
        defaultButton();
        nodes.root(form.root());
        if (form.submit().isShown()) {
            html.open(Element.BUTTON).attribute(Attribute.TYPE, "submit");
            emission.role(Role.SUBMIT, form.submit().classes());
            if (form.submit().isDisabled()) {
                html.flag(Attribute.DISABLED);
            }
            html.inside();
            submitText();
            html.close(Element.BUTTON);
        }
        html.close(Element.FORM);
    }

    private void submitText() {
        if (form.submit().text().isEmpty()) {
            emission.word(Word.SUBMIT);
        } else {
            emission.text(form.submit().text());
        }
    }

    /** What is wrong, at the top, where it is found first; each error leads to its field. */
    private void summary() {
        int test = code.op(Op.IF_ERRORS, 0);
        html.open(Element.DIV);
        emission.role(Role.ERROR_SUMMARY);
        html.attribute(Attribute.ID, "root__errors")
                .attribute(Attribute.ROLE, "alert")
                .attribute(Attribute.TABINDEX, "-1")
                .inside()
                .open(Element.H2)
                .inside();
        emission.word(Word.ERRORS);
        html.close(Element.H2).open(Element.UL).inside();
        code.op(Op.SUMMARY);
        html.close(Element.UL).close(Element.DIV);
        code.patch(test, 0);
    }

    /**
     * The enter key presses the first button of a form. Without this one, that would be the one that removes the first
     * item of a list.
     */
    private void defaultButton() {
        if (form.submit().isShown()) {
            html.open(Element.BUTTON).attribute(Attribute.TYPE, "submit");
            emission.role(Role.DEFAULT_BUTTON);
            html.attribute(Attribute.TABINDEX, "-1")
                    .attribute(Attribute.ARIA_HIDDEN, "true")
                    .inside();
            submitText();
            html.close(Element.BUTTON);
        }
    }

    private void head() {
        html.doctype();
        html.open(Element.HTML);
        code.op(Op.LOCALE);
        html.inside().open(Element.HEAD).inside();
        html.open(Element.META).attribute(Attribute.CHARSET, "utf-8").inside();
        html.open(Element.META)
                .attribute(Attribute.NAME, "viewport")
                .attribute(Attribute.CONTENT, "width=device-width, initial-scale=1")
                .inside();
        html.open(Element.TITLE).inside();
        if (form.title().isEmpty()) {
            emission.word(Word.FORM);
        } else {
            emission.text(form.title());
        }
        html.close(Element.TITLE);
        code.op(Op.ASSETS);
        html.close(Element.HEAD).open(Element.BODY).inside().open(Element.MAIN);
        emission.role(Role.PAGE);
        html.inside();
        if (!form.title().isEmpty() && form.kind() == Form.Kind.FORM) {
            html.open(Element.H1);
            emission.role(Role.HEADING);
            html.attribute(Attribute.ID, "root__title").inside();
            emission.text(form.title());
            html.close(Element.H1);
        }
    }
}
