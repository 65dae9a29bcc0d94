package dev.platen.engine.emit;

import dev.platen.contract.plan.Op;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Words;

/**
 * What is written to, and the pieces that every part of a form has.
 *
 * @param code takes instructions
 * @param html takes markup, on its way to the same code
 * @param tables takes shapes, scopes and choices
 */
record Emission(CodeBuilder code, HtmlWriter html, Tables tables) {
    static Emission within(int maxBytes) {
        CodeBuilder code = new CodeBuilder(maxBytes);
        return new Emission(code, new HtmlWriter(code::append), new Tables());
    }

    /** Writes a value, or the text where there is none, into an attribute that was begun. */
    void attributeValue(int op, int slot, String initial) {
        if (slot == Op.NO_SLOT) {
            html.attributeText(initial);
            return;
        }
        Segment segment = code.segment(HtmlWriter.escapedAttribute(initial));
        code.op(op, slot, segment.offset(), segment.length());
    }

    /** Writes a value, or the text where there is none, between tags. */
    void textValue(int slot, String initial) {
        if (slot == Op.NO_SLOT) {
            html.text(initial);
            return;
        }
        Segment segment = code.segment(HtmlWriter.escapedText(initial));
        code.op(Op.TEXT, slot, segment.offset(), segment.length());
    }

    /** Writes the title, with its position where it has one. */
    void title(Words words) {
        html.text(words.title());
        if (words.isNumbered()) {
            html.text("-");
            code.op(Op.POSITION);
        }
    }

    /** Writes the mark of what must be there; a browser says the same to those who do not see it. */
    void requiredMark(boolean isRequired) {
        if (isRequired) {
            html.open(Element.SPAN)
                    .attribute(Attribute.CLASS, "required")
                    .attribute(Attribute.ARIA_HIDDEN, "true")
                    .inside()
                    .text("*")
                    .close(Element.SPAN);
        }
    }

    /** Writes a legend. */
    void legend(Where id, Words words, boolean isRequired) {
        if (words.title().isEmpty()) {
            return;
        }
        html.open(Element.LEGEND);
        id.then("__title").attribute(Attribute.ID, code, html);
        html.inside();
        title(words);
        requiredMark(isRequired);
        html.close(Element.LEGEND);
    }

    /** Writes the description, if there is one. */
    void description(Where id, Words words) {
        paragraph("description", id.then("__description"), words.description());
    }

    /** Writes the help, if there is any. */
    void help(Where id, Words words) {
        paragraph("help", id.then("__help"), words.help());
    }

    private void paragraph(String kind, Where id, String text) {
        if (text.isEmpty()) {
            return;
        }
        html.open(Element.P).attribute(Attribute.CLASS, kind);
        id.attribute(Attribute.ID, code, html);
        html.inside().text(text).close(Element.P);
    }

    /** Refers to the description and the help, as far as there are any. */
    void describedBy(Where id, Words words) {
        boolean hasDescription = !words.description().isEmpty();
        boolean hasHelp = !words.help().isEmpty();
        if (!hasDescription && !hasHelp) {
            return;
        }
        html.begin(Attribute.ARIA_DESCRIBEDBY);
        if (hasDescription) {
            id.then("__description").write(code, html);
        }
        if (hasDescription && hasHelp) {
            html.attributeText(" ");
        }
        if (hasHelp) {
            id.then("__help").write(code, html);
        }
        html.end();
    }

    /** Writes a button that sends the form in order to change it rather than to submit it. */
    void actionButton(String action, Where id, String suffix, String label, Words of) {
        html.open(Element.BUTTON).attribute(Attribute.TYPE, "submit").attribute(Attribute.CLASS, action);
        id.then("__" + suffix).attribute(Attribute.ID, code, html);
        html.attribute(Attribute.NAME, "_" + action);
        id.attribute(Attribute.VALUE, code, html);
        html.flag(Attribute.FORMNOVALIDATE);
        if (!of.title().isEmpty()) {
            html.begin(Attribute.ARIA_LABEL).attributeText(label + " " + of.title());
            if (of.isNumbered()) {
                html.attributeText("-");
                code.op(Op.POSITION);
            }
            html.end();
        }
        html.inside().text(label).close(Element.BUTTON);
    }
}
