package dev.platen.engine.emit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Option;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.code.CodeBuilder;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.html.Urls;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import java.util.EnumSet;
import java.util.List;

/** Writes what a document says about layout and content beside its forms. */
@SuppressWarnings("EnumOrdinal") // the order of those enums is that of the format
final class MarkupEmitter {
    /** Holds for null and for nothing. */
    private static final Check NOTHING =
            new Check.Not(new Check.Type(EnumSet.complementOf(EnumSet.of(Check.Kind.NULL))));

    private static final Expression NULL = new Expression.Known(new Constant.Single(new Option(Option.Type.NULL, "")));

    private final Emission emission;
    private final NodeEmitter nodes;
    private final CodeBuilder code;
    private final HtmlWriter html;

    MarkupEmitter(Emission emission, NodeEmitter nodes) {
        this.emission = emission;
        this.nodes = nodes;
        this.code = emission.code();
        this.html = emission.html();
    }

    void tagged(Node.Tagged tagged, Where around) {
        html.open(tagged.element());
        tagged.attributes().forEach(attributed -> attribute(attributed, around));
        html.inside();
        nodes.emit(tagged.children(), around);
        if (!tagged.element().isVoid()) {
            html.close(tagged.element());
        }
    }

    private void attribute(Attributed attributed, Where around) {
        Attribute attribute = attributed.attribute();
        switch (attributed.content()) {
            case Content.Text text -> {
                if (attribute.isUrl()) {
                    html.attribute(attribute, Urls.isAllowed(text.text()) ? text.text() : "#");
                } else {
                    html.begin(attribute);
                    emission.attributeText(text.text());
                    html.end();
                }
            }
            case Content.Own own -> {
                html.begin(attribute);
                emission.word(own.word());
                html.end();
            }
            case Content.Computed computed -> {
                int test = emission.test(present(computed.value()));
                html.begin(attribute);
                Op.Context context = attribute.isUrl() ? Op.Context.URL : Op.Context.ATTRIBUTE;
                code.op(Op.WRITE, emission.tables().expression(computed.value()), context.ordinal());
                html.end();
                emission.endTest(test);
            }
            case Content.Classes classes -> emission.role(classes.role(), classes.more());
            case Content.Id id -> id(attribute, around.then(id.suffix()));
            case Content.Flag flag -> emission.flag(attribute, flag.condition());
        }
    }

    private void id(Attribute attribute, Where id) {
        html.begin(attribute);
        if (attribute.isUrl()) {
            html.attributeText("#");
        }
        id.write(code, html);
        html.end();
    }

    private static Expression present(Expression value) {
        if (!(value instanceof Expression.Path path) || path.base() == Expression.Base.POSITION) {
            return Expression.TRUE;
        }
        return path.base() == Expression.Base.ITEM // whose value may be computed, and then has no checks
                ? new Expression.Apply(Expression.Operator.DIFFERENT, List.of(path, NULL))
                : new Expression.Not(new Expression.Holds(path, NOTHING));
    }

    void shown(Node.Shown shown) {
        switch (shown.content()) {
            case Content.Text text -> emission.text(text.text());
            case Content.Own own -> emission.word(own.word());
            case Content.Computed computed ->
                code.op(Op.WRITE, emission.tables().expression(computed.value()), Op.Context.TEXT.ordinal());
            case Content.Classes classes -> throw misplaced(classes);
            case Content.Id id -> throw misplaced(id);
            case Content.Flag flag -> throw misplaced(flag);
        }
    }

    private static IllegalStateException misplaced(Content content) {
        return new IllegalStateException("between tags there is text, found " + content);
    }

    void each(Node.Each each, Where around) {
        int loop = code.op(Op.EACH, emission.tables().expression(each.list()), 0, 0);
        nodes.emit(each.body(), around);
        code.op(Op.END);
        code.patch(loop, 1);
        nodes.emit(each.otherwise(), around);
        code.patch(loop, 2);
    }

    /** Collects the points, then draws them. */
    void chart(Node.Chart chart, Where around) {
        nodes.emit(chart.points(), around);
        code.op(Op.CHART, chart.drawing().ordinal());
    }

    void point(Node.Point point) {
        code.op(Op.CHART_POINT, emission.tables().expression(point.label()));
        for (int series = 0; series < point.values().size(); series++) {
            code.op(Op.CHART_VALUE, emission.tables().expression(point.values().get(series)), series);
        }
    }

    /**
     * A link, and for those with JavaScript an element that fetches the parts when it comes into sight. Parts of forms are
     * there at once: what is not on the page is not posted, and would be lost.
     */
    void lazy(Node.Lazy lazy, Where around) {
        Where id = around.then((around.equals(Where.TOP) ? "" : "_") + lazy.name());
        Segment segment = code.segment(HtmlWriter.escapedAttribute(id.id()));
        code.patch(emission.part(id), 2); // what is within has ids of its own: a search goes on there
        html.open(Element.DIV);
        emission.role(Role.LAZY);
        id.attribute(Attribute.ID, code, html);
        if (lazy.body().stream().anyMatch(MarkupEmitter::isPosted)) {
            html.inside();
            nodes.emit(lazy.body(), around);
        } else {
            int test = code.op(Op.LAZY, segment.offset(), segment.length(), 0);
            html.inside();
            nodes.emit(lazy.body(), around);
            int jump = code.op(Op.JUMP, 0);
            code.patch(test, 2);
            placeholder(lazy, segment);
            code.patch(jump, 0);
        }
        html.close(Element.DIV);
        code.op(Op.PART_END);
    }

    private static boolean isPosted(Node node) {
        return node instanceof Node.Field
                || node instanceof Node.Repeat
                || node instanceof Node.Entries
                || node instanceof Node.Alternatives
                || node instanceof Node.Call
                || Inner.of(node).stream().anyMatch(MarkupEmitter::isPosted);
    }

    private void placeholder(Node.Lazy lazy, Segment id) {
        int scripted = code.op(Op.SCRIPTED, 0);
        html.begin(Attribute.HX_GET);
        code.op(Op.ADDRESS, id.offset(), id.length(), 1);
        html.end().attribute(Attribute.HX_TRIGGER, "revealed");
        html.attribute(Attribute.HX_TARGET, "this").attribute(Attribute.HX_SWAP, "outerHTML");
        code.patch(scripted, 0);
        html.inside().open(Element.A).begin(Attribute.HREF);
        code.op(Op.ADDRESS, id.offset(), id.length(), 0);
        html.end().inside();
        if (lazy.words().title().isEmpty()) {
            emission.word(Word.SHOW_MORE);
        } else {
            emission.text(lazy.words().title());
        }
        html.close(Element.A);
    }
}
