package dev.platen.engine.emit;

import dev.platen.contract.plan.Check;
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
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Entries;
import dev.platen.engine.ir.Node.EntryKind;
import dev.platen.engine.ir.Node.ListButtons;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import java.util.List;

/** Writes lists and the members that nobody names. */
final class ListEmitter {
    /** Items on one page of a list that is longer: enough to work with, few enough for a browser to stay quick. */
    private static final int PAGE_ITEMS = 100;

    private final Emission emission;
    private final NodeEmitter nodes;
    private final CodeBuilder code;
    private final HtmlWriter html;
    private final KeptEmitter kept;
    private final HintEmitter hints;

    ListEmitter(Emission emission, NodeEmitter nodes) {
        this.emission = emission;
        this.nodes = nodes;
        this.code = emission.code();
        this.html = emission.html();
        this.kept = new KeptEmitter(emission);
        this.hints = new HintEmitter(emission);
    }

    void repeat(Repeat repeat, Where id) {
        kept.items(id);
        for (int i = 0; i < repeat.fixed().size(); i++) {
            code.op(Op.ITEM, i);
            Node fixed = repeat.fixed().get(i);
            Node own = Inner.at(fixed, new Spot(List.of(), fixed.spot().id()));
            item(repeat, emission.swapping().copied(fixed, own), ListButtons.NONE, Words.NONE, id);
            code.op(Op.LEAVE);
        }
        if (repeat.item() == null) {
            return;
        }
        Segment path = code.segment(HtmlWriter.escapedAttribute(id.id() + "_"));
        int size = repeat.fixed().isEmpty() ? PAGE_ITEMS : 0;
        int loop = code.op(Op.LOOP, repeat.fixed().size(), path.offset(), path.length(), 0, 0, size);
        item(repeat, repeat.item(), repeat.buttons(), numbered(repeat.words()), Where.INNER);
        code.op(Op.END);
        code.patch(loop, 3);
        if (!repeat.initial().isEmpty()) {
            kept.initialItems(id, repeat.fixed().size() + repeat.initial().size());
        }
        for (Node item : repeat.initial()) {
            item(repeat, item, repeat.buttons(), Words.NONE, id);
        }
        code.patch(loop, 4);
        if (size > 0) {
            Segment list = code.segment(HtmlWriter.escapedAttribute(id.id()));
            code.op(Op.PAGER, size, list.offset(), list.length());
        }
        add(repeat, id);
    }

    private static Words numbered(Words words) {
        return new Words(words.title(), true, true, "", "", "");
    }

    private void add(Repeat repeat, Where id) {
        ListButtons buttons = repeat.buttons();
        if (!buttons.canAdd()) {
            return;
        }
        Check hasRoom =
                new Check.Items(List.of(), Check.ANYTHING, 0, buttons.most() - 1, false, null, 0, Integer.MAX_VALUE);
        int test =
                buttons.most() == 0 ? 0 : emission.test(new Expression.Holds(Expression.Path.here(List.of()), hasRoom));
        emission.buttons(repeat).action("add", id, Role.ADD, Word.ADD, repeat.words());
        emission.endTest(test);
    }

    /** Buttons of an item without a title are called after the list. */
    private void item(Node list, Node item, ListButtons buttons, Words titled, Where around) {
        Words words = item.words().title().isEmpty() ? titled : item.words();
        html.open(Element.DIV);
        emission.role(Role.ITEM);
        html.inside();
        nodes.emit(item, around);
        Where id = around.then(item.spot().id());
        boolean hasButtons = buttons.canRemove() || buttons.canMove() || buttons.canCopy();
        if (hasButtons) {
            html.open(Element.DIV);
            emission.role(Role.ITEM_BUTTONS);
            html.inside();
            if (buttons.canMove()) {
                emission.buttons(list).action("up", id, Role.MOVE, Word.MOVE_UP, words, buttons.named());
                emission.buttons(list).action("down", id, Role.MOVE, Word.MOVE_DOWN, words, buttons.named());
            }
            if (buttons.canCopy()) {
                emission.buttons(list).action("copy", id, Role.COPY, Word.COPY, words, buttons.named());
            }
            if (buttons.canRemove()) {
                emission.buttons(list).action("remove", id, Role.REMOVE, Word.REMOVE, words, buttons.named());
            }
            html.close(Element.DIV);
        }
        html.close(Element.DIV);
    }

    void entries(Entries entries, Where id) {
        kept.presence(id, "__entries");
        List<String> patterns = entries.kinds().stream().map(EntryKind::pattern).toList();
        int table = emission.tables().entries(new Plan.Entries(entries.known(), patterns));
        Segment path = code.segment(HtmlWriter.escapedAttribute(id.id() + "_"));
        int loop = code.op(Op.ENTRIES, table, path.offset(), path.length(), 0);
        entry(entries);
        code.op(Op.END);
        code.patch(loop, 3);
        if (entries.canAdd()) {
            emission.buttons(entries).action("add", id, Role.ADD, Word.ADD, entries.words());
        }
    }

    private void entry(Entries entries) {
        html.open(Element.DIV);
        emission.role(Role.ENTRY);
        html.inside();
        key(entries, Where.INNER.then("-key"));
        for (int i = 0; i < entries.kinds().size(); i++) {
            int kind = code.op(Op.CASE, i, 0);
            nodes.emit(entries.kinds().get(i).node(), Where.INNER);
            code.patch(kind, 1);
        }
        if (entries.canRemove()) {
            emission.buttons(entries).action("remove", Where.INNER, Role.REMOVE, Word.REMOVE, Words.KEY);
        }
        html.close(Element.DIV);
    }

    private void key(Entries entries, Where key) {
        html.open(Element.LABEL);
        emission.role(Role.LABEL);
        key.attribute(Attribute.FOR, code, html);
        html.inside();
        code.op(Op.KEY);
        html.text(" ");
        emission.word(Word.KEY);
        html.close(Element.LABEL).open(Element.INPUT).attribute(Attribute.TYPE, "text");
        emission.role(Role.ENTRY_KEY);
        key.attribute(Attribute.ID, code, html);
        key.attribute(Attribute.NAME, code, html);
        if (!entries.canAdd()) {
            html.flag(Attribute.DISABLED);
        }
        hints.attributes(entries.keys().hints());
        hints.list(key, entries.keys().names());
        emission.describedBy(key, Words.NONE, State.PLAIN);
        emission.invalid(key);
        html.begin(Attribute.VALUE);
        code.op(Op.KEY);
        html.end().inside();
        hints.suggestions(key, entries.keys().names());
        if (!entries.canAdd()) {
            kept.key(key);
        }
        emission.errors(key, State.PLAIN);
    }
}
