package dev.platen.engine.render;

import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;

/** Writes what is shown when a form was accepted. */
final class Confirmation {
    private final Plan plan;
    private final Page page;

    Confirmation(Plan plan, Page page) {
        this.plan = plan;
        this.page = page;
    }

    void write() throws Refused {
        if (page.isWhole()) {
            page.markup(html -> {
                html.doctype();
                html.open(Element.HTML);
            });
            page.locale();
            page.markup(html -> {
                html.inside().open(Element.HEAD).inside();
                html.open(Element.META).attribute(Attribute.CHARSET, "utf-8").inside();
                html.open(Element.META)
                        .attribute(Attribute.NAME, "viewport")
                        .attribute(Attribute.CONTENT, "width=device-width, initial-scale=1")
                        .inside();
                html.element(Element.TITLE, title());
            });
            page.assets();
            page.markup(html -> {
                html.close(Element.HEAD).open(Element.BODY).inside();
                html.open(Element.MAIN)
                        .attribute(Attribute.CLASS, page.classesOf(Role.PAGE))
                        .inside();
                html.open(Element.H1)
                        .attribute(Attribute.CLASS, page.classesOf(Role.HEADING))
                        .inside();
                html.text(title()).close(Element.H1);
            });
        }
        page.markup(this::received);
        if (page.isWhole()) {
            page.markup(html -> html.close(Element.MAIN).close(Element.BODY).close(Element.HTML));
        }
        page.finish();
    }

    private String title() {
        return plan.title().isEmpty() ? page.text(Word.FORM) : plan.title();
    }

    private void received(HtmlWriter html) {
        html.open(Element.DIV)
                .attribute(Attribute.CLASS, page.classesOf(Role.ALERT_SUCCESS))
                .attribute(Attribute.ROLE, "status")
                .inside();
        html.element(Element.P, page.text(Word.RECEIVED)).close(Element.DIV);
        html.open(Element.P).inside();
        html.open(Element.A)
                .begin(Attribute.HREF)
                .attributeText(page.addressOf("render"))
                .end()
                .inside();
        html.text(page.text(Word.FILL_IN_ANOTHER)).close(Element.A).close(Element.P);
    }
}
