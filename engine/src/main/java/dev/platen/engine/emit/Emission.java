package dev.platen.engine.emit;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is written to, and the pieces that every part of a form has.
 *
 * @param code takes instructions
 * @param html takes markup, on its way to the same code
 * @param tables takes what instructions refer to
 * @param translations for each locale, what texts of the document are in it
 * @param hasFiles whether files can be chosen anywhere on the page
 * @param swapping what buttons replace
 */
@SuppressWarnings("EnumOrdinal") // the order of those enums is that of the format
record Emission(
        CodeBuilder code,
        HtmlWriter html,
        Tables tables,
        Map<String, Map<String, String>> translations,
        boolean hasFiles,
        Swapping swapping) {
    static Emission within(int maxBytes, Form form, boolean hasFiles, Swapping swapping) {
        CodeBuilder code = new CodeBuilder(maxBytes);
        return new Emission(code, new HtmlWriter(code::append), new Tables(), form.translations(), hasFiles, swapping);
    }

    /** Writes a text of the document between tags. */
    void text(String text) {
        message(text, Op.Context.TEXT);
    }

    /** Writes a text of the document into an attribute that was begun. */
    void attributeText(String text) {
        message(text, Op.Context.ATTRIBUTE);
    }

    /** Whether the document brings translations of one of the texts. */
    boolean hasTranslations(Stream<String> texts) {
        return !translations.isEmpty()
                && texts.anyMatch(text -> translations.values().stream().anyMatch(locale -> locale.containsKey(text)));
    }

    private void message(String text, Op.Context context) {
        Map<String, String> translated = new LinkedHashMap<>();
        translations.forEach((locale, texts) -> {
            String translation = texts.get(text);
            if (translation != null) {
                translated.put(locale, translation);
            }
        });
        if (!translated.isEmpty()) {
            code.op(Op.MESSAGE, tables.message(new Plan.Message(text, translated)), context.ordinal());
        } else if (context == Op.Context.TEXT) {
            html.text(text);
        } else {
            html.attributeText(text);
        }
    }

    /** Writes a word of our own, between tags or into an attribute that was begun. */
    void word(Word word) {
        code.op(Op.WORD, word.ordinal());
    }

    /** Writes the classes of a role. */
    void role(Role role) {
        role(role, "");
    }

    /** Writes the classes of a role, and more. */
    void role(Role role, String more) {
        html.begin(Attribute.CLASS);
        code.op(Op.CLASSES, role.ordinal());
        if (!more.isEmpty()) {
            html.attributeText(" " + more);
        }
        html.end();
    }

    /** The operand of the last member on the way to a value; those before it are entered. */
    int reach(Spot spot) {
        for (int i = 0; i < spot.members().size() - 1; i++) {
            code.op(Op.ENTER, tables.name(spot.members().get(i)));
        }
        return spot.members().isEmpty() ? Op.SELF : tables.name(spot.members().getLast());
    }

    /** Leaves what {@link #reach} entered. */
    void back(Spot spot) {
        for (int i = 0; i < spot.members().size() - 1; i++) {
            code.op(Op.LEAVE);
        }
    }

    /** Makes the value of a part the current one. */
    void enter(Spot spot) {
        spot.members().forEach(member -> code.op(Op.ENTER, tables.name(member)));
    }

    /** Leaves what {@link #enter} entered. */
    void leave(Spot spot) {
        spot.members().forEach(member -> code.op(Op.LEAVE));
    }

    /** Begins what is only there where the condition is true; 0 where it is always, -1 where it never is. */
    int test(Expression condition) {
        if (condition.equals(Expression.TRUE)) {
            return 0;
        }
        return condition.equals(Expression.FALSE) ? -1 : code.op(Op.TEST, tables.expression(condition), 0);
    }

    /** Ends it. */
    void endTest(int test) {
        if (test > 0) {
            code.patch(test, 1);
        }
    }

    /** Writes an attribute without value where the condition is true. */
    void flag(Attribute attribute, Expression condition) {
        int test = test(condition);
        if (test >= 0) {
            html.flag(attribute);
            endTest(test);
        }
    }

    /** Begins a part that can be rendered alone. Its id begins with that of the part around it. */
    int part(Where id) {
        Segment segment = code.segment(HtmlWriter.escapedAttribute(id.id()));
        return code.op(Op.PART, segment.offset(), segment.length(), 0);
    }

    /** Ends it. */
    void endPart(int part) {
        code.op(Op.PART_END);
        code.patch(part, 2);
    }

    /** Begins what is only there where something is wrong with the part. */
    int ifError(Where id) {
        Segment segment = code.segment(HtmlWriter.escapedAttribute(id.id()));
        return code.op(Op.IF_ERROR, segment.offset(), segment.length(), 0);
    }

    /** Ends it. */
    void endIfError(int test) {
        code.patch(test, 2);
    }

    /** Writes a value, or the text where there is none, into an attribute that was begun. */
    void attributeValue(int op, int value, String initial) {
        Segment segment = code.segment(HtmlWriter.escapedAttribute(initial));
        code.op(op, value, segment.offset(), segment.length());
    }

    /** Writes a value, or the text where there is none, between tags. */
    void textValue(int value, String initial) {
        Segment segment = code.segment(HtmlWriter.escapedText(initial));
        code.op(Op.TEXT, value, segment.offset(), segment.length());
    }

    /** Writes the value of an expression. */
    void write(int expression, Op.Context context) {
        code.op(Op.WRITE, expression, context.ordinal());
    }

    /** Writes a value as JSON. */
    void json(int value, Op.Context context) {
        code.op(Op.ENTER, value);
        code.op(Op.RAW, context.ordinal());
        code.op(Op.LEAVE);
    }

    /** Writes the title, with its position where it has one. */
    void title(Words words) {
        if (words.isKeyed()) {
            code.op(Op.KEY);
        } else {
            text(words.title());
        }
        for (int outward = words.numbers() - 1; outward >= 0; outward--) {
            html.text("-");
            code.op(Op.POSITION, outward);
        }
    }

    /** Writes the same into an attribute that was begun. */
    void attributeTitle(Words words) {
        if (words.isKeyed()) {
            code.op(Op.KEY);
        } else {
            attributeText(words.title());
        }
        for (int outward = words.numbers() - 1; outward >= 0; outward--) {
            html.attributeText("-");
            code.op(Op.POSITION, outward);
        }
    }

    /** Writes the mark of what must be there; a browser says the same to those who do not see it. */
    void requiredMark(boolean isRequired) {
        if (isRequired) {
            html.open(Element.SPAN);
            role(Role.REQUIRED_MARK);
            html.attribute(Attribute.ARIA_HIDDEN, "true").inside().text("*").close(Element.SPAN);
        }
    }

    /** Writes a legend. */
    void legend(Where id, Words words, boolean isRequired) {
        if (!words.hasTitle()) {
            return;
        }
        html.open(Element.LEGEND);
        role(Role.LEGEND, words.isTitleShown() ? "" : "platen-unseen");
        id.then("__title").attribute(Attribute.ID, code, html);
        html.inside();
        title(words);
        requiredMark(isRequired);
        html.close(Element.LEGEND);
    }

    /** Writes the description, if there is one. */
    void description(Where id, Words words) {
        paragraph(Role.DESCRIPTION, id.then("__description"), words.description(), words.isDescriptionFormatted());
    }

    /** Writes the help, if there is any. */
    void help(Where id, Words words) {
        paragraph(Role.HELP, id.then("__help"), words.help(), words.isHelpFormatted());
    }

    /** What the document translates has no format: translations are looked up as a whole. */
    private void paragraph(Role role, Where id, String text, boolean isFormatted) {
        if (text.isEmpty()) {
            return;
        }
        boolean isWritten = isFormatted && !hasTranslations(Stream.of(text));
        Element frame = isWritten ? Element.DIV : Element.P;
        html.open(frame);
        role(role);
        id.attribute(Attribute.ID, code, html);
        html.inside();
        if (isWritten) {
            new MarkdownEmitter(html).write(text);
        } else {
            text(text);
        }
        html.close(frame);
    }

    /** Writes what is wrong with the value, if anything is and it is said here. */
    void errors(Where id, State state) {
        if (state.hidesErrors()) {
            return;
        }
        int test = ifError(id);
        html.open(Element.UL);
        role(Role.ERROR_LIST);
        id.then("__error").attribute(Attribute.ID, code, html);
        html.inside();
        Segment segment = code.segment(HtmlWriter.escapedAttribute(id.id()));
        code.op(Op.ERRORS, segment.offset(), segment.length());
        html.close(Element.UL);
        endIfError(test);
    }

    /** Refers to the description, the help and the errors, as far as there are any. */
    void describedBy(Where id, Words words, State state) {
        boolean hasDescription = !words.description().isEmpty();
        boolean hasHelp = !words.help().isEmpty();
        if (hasDescription || hasHelp) {
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
            if (!state.hidesErrors()) {
                int test = ifError(id);
                html.attributeText(" ");
                id.then("__error").write(code, html);
                endIfError(test);
            }
            html.end();
        } else if (!state.hidesErrors()) {
            int test = ifError(id);
            id.then("__error").attribute(Attribute.ARIA_DESCRIBEDBY, code, html);
            endIfError(test);
        }
    }

    /** Says that the value is wrong, where it is. */
    void invalid(Where id) {
        int test = ifError(id);
        html.attribute(Attribute.ARIA_INVALID, "true");
        endIfError(test);
    }

    /** Writes buttons of a part. */
    ButtonEmitter buttons(Node part) {
        return new ButtonEmitter(this, part);
    }
}
