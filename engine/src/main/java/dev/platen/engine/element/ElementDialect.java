package dev.platen.engine.element;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Dialect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Element trees as pages. */
public final class ElementDialect implements Dialect {
    private static final byte[] NO_DATA = {};

    /** The dialect. */
    public ElementDialect() {}

    @Override
    public String name() {
        return "element";
    }

    /** An object whose first member is the name of an element, or a list that begins with one. */
    @Override
    public boolean recognises(Value document) {
        return switch (document) {
            case ObjectValue object ->
                object.members().size() == 1
                        && object.members().keySet().stream()
                                .allMatch(name -> Names.element(name).isPresent());
            case ArrayValue list ->
                !list.items().isEmpty() && recognises(list.items().getFirst());
            case Value.StringValue _, Value.NumberValue _, Value.BooleanValue _, Value.NullValue _ -> false;
        };
    }

    @Override
    public Optional<Form> read(
            Value document, byte[] source, StoredDocuments stored, Limits limits, Findings findings) {
        List<Node> parts = new Trees(findings).of(document);
        Node root = parts.size() == 1 ? parts.getFirst() : new Node.Tagged(Element.DIV, List.of(), parts);
        return Optional.of(
                new Form("", Form.Kind.PAGE, root, List.of(), List.of(), Form.Submit.NONE, NO_DATA, Map.of()));
    }
}
