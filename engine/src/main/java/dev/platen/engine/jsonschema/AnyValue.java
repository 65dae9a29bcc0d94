package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.LineType;
import dev.platen.engine.ir.Keys;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.EntryKind;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.ListButtons;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Node.When;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part for a value of any type: what the data is decides how it is entered, text where there is none.
 *
 * @param entries the routine for entries, whose label is their name
 * @param items the routine for items of lists
 */
record AnyValue(int entries, int items) {
    /** Stands for the schema of such entries where routines are counted. */
    static final ObjectValue ENTRY = new ObjectValue(new Place(null, "", 1, 1), Map.of());

    /** Stands for the schema of such items. */
    static final ObjectValue ITEM = new ObjectValue(new Place(null, "", 1, 1), Map.of());

    private static final ListButtons ALL = new ListButtons(true, true, true, false, Integer.MAX_VALUE, List.of());
    private static final Words NUMBERED = new Words("", true, 1, true, "", "", "", false, false);

    /** The body of the routine for entries. */
    Node entry() {
        return body(Words.KEY);
    }

    /** The body of the routine for items: the name of the entry around it, and the position. */
    Node item() {
        return body(NUMBERED);
    }

    private Node body(Words words) {
        Node entry = new Node.Entries(
                Spot.SAME,
                Words.NONE,
                State.PLAIN,
                List.of(),
                Keys.ANY,
                List.of(new EntryKind("", Call.bare(entries))),
                true,
                true);
        Node object = new Section(Spot.SAME, words, State.PLAIN, List.of(entry));
        Node list = new Repeat(Spot.SAME, words, State.PLAIN, List.of(), Call.bare(items), List.of(), ALL);
        Node text = field(words, new Control.Line(LineType.TEXT, Map.of(), List.of()), Check.Kind.STRING);
        Node number = field(
                words,
                new Control.Line(LineType.NUMBER, Map.of(Control.Hint.STEP, "any"), List.of()),
                Check.Kind.NUMBER);
        Node box = field(words, new Control.Box(), Check.Kind.BOOLEAN);
        Node scalars = when(Check.Kind.BOOLEAN, box, when(Check.Kind.NUMBER, number, text));
        return when(Check.Kind.OBJECT, object, when(Check.Kind.ARRAY, list, scalars));
    }

    private static Node field(Words words, Control control, Check.Kind kind) {
        return new Field(Spot.SAME, words, control, State.PLAIN, List.of(), List.of(kind), null);
    }

    private static Node when(Check.Kind kind, Node then, Node otherwise) {
        Expression is = new Expression.Holds(Expression.Path.here(List.of()), new Check.Type(Set.of(kind)));
        return new When(is, List.of(then), List.of(otherwise));
    }
}
