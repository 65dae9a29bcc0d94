package dev.platen.engine.emit;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import java.util.stream.Stream;

/** Writes what is around the parts of a form: the summary of its errors, and the buttons that submit it. */
final class FormEmitter {
    private final Emission emission;
    private final CodeBuilder code;
    private final HtmlWriter html;

    FormEmitter(Emission emission) {
        this.emission = emission;
        this.code = emission.code();
        this.html = emission.html();
    }

    /**
     * Writes the form around the parts that {@code content} writes.
     *
     * @param parts everything that is in the form
     */
    void form(Form.Submit submit, Stream<Node> parts, Runnable content) {
        boolean isFolded = parts.anyMatch(FormEmitter::hasFolded);
        html.open(Element.FORM).attribute(Attribute.METHOD, "post").begin(Attribute.ACTION);
        code.op(Op.TARGET);
        html.end();
        if (emission.hasFiles()) {
            html.attribute(Attribute.ENCTYPE, FormEncoding.MULTIPART);
        }
        emission.role(Role.FORM);
        html.inside();
        summary();
        defaultButton(submit, isFolded);
        content.run();
        if (submit.isShown()) {
            html.open(Element.BUTTON).attribute(Attribute.TYPE, "submit");
            emission.role(Role.SUBMIT, submit.classes());
            if (submit.isDisabled()) {
                html.flag(Attribute.DISABLED);
            }
            uncheckedWhere(isFolded);
            html.inside();
            submitText(submit);
            html.close(Element.BUTTON);
        }
        html.close(Element.FORM);
    }

    private void submitText(Form.Submit submit) {
        if (submit.text().isEmpty()) {
            emission.word(Word.SUBMIT);
        } else {
            emission.text(submit.text());
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
    private void defaultButton(Form.Submit submit, boolean isFolded) {
        if (submit.isShown()) {
            html.open(Element.BUTTON).attribute(Attribute.TYPE, "submit");
            emission.role(Role.DEFAULT_BUTTON);
            html.attribute(Attribute.TABINDEX, "-1").attribute(Attribute.ARIA_HIDDEN, "true");
            uncheckedWhere(isFolded);
            html.inside();
            submitText(submit);
            html.close(Element.BUTTON);
        }
    }

    /** A browser that finds a mistake in what is folded sends nothing, and cannot show why: the server says it then. */
    private void uncheckedWhere(boolean isFolded) {
        if (isFolded) {
            html.flag(Attribute.FORMNOVALIDATE);
        }
    }

    private static boolean hasFolded(Node node) {
        boolean isFolded = node instanceof Node.Tagged tagged && tagged.element() == Element.DETAILS;
        return isFolded || Inner.of(node).stream().anyMatch(FormEmitter::hasFolded);
    }
}
