package dev.platen.engine.emit;

import dev.platen.contract.plan.Names;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Parts;
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
import java.util.Set;
import java.util.stream.Stream;

/** Turns a form into a plan: first the page, then the routines that it calls. */
public final class PlanEmitter {
    private final Form form;
    private final Parts parts;
    private final Emission emission;
    private final CodeBuilder code;
    private final HtmlWriter html;

    private PlanEmitter(Form form, Set<Node> seenElsewhere, int maxBytes) {
        this.form = form;
        this.parts = PartsEmitter.of(form);
        this.emission = Emission.within(maxBytes, form, parts.hasFiles(), new Swapping(form, seenElsewhere));
        this.code = emission.code();
        this.html = emission.html();
    }

    /**
     * The plan of the form. The same form always gives the same plan.
     *
     * @param seenElsewhere parts whose data is shown outside of them too; themselves, not others like them
     * @return empty where it would be larger than {@code maxBytes} bytes, and as many ints of code
     */
    public static Optional<Plan> emit(Form form, Set<Node> seenElsewhere, int maxBytes) {
        return new PlanEmitter(form, seenElsewhere, maxBytes).emit();
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
                        parts,
                        List.of()));
    }

    private void page(NodeEmitter nodes) {
        int head = code.op(Op.PAGE_ONLY, 0);
        head();
        code.patch(head, 0);
        switch (form.kind()) {
            case FORM -> new FormEmitter(emission).form(form.submit(), everything(), () -> nodes.root(form.root()));
            case PAGE -> nodes.emit(form.root(), Where.TOP);
        }
        int foot = code.op(Op.PAGE_ONLY, 0);
        html.close(Element.MAIN).close(Element.BODY).close(Element.HTML);
        code.patch(foot, 0);
    }

    private Stream<Node> everything() {
        return Stream.concat(Stream.of(form.root()), form.routines().stream());
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
