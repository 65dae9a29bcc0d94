package dev.platen.engine.jsonforms;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Role;
import dev.platen.engine.dialect.Dialect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON Forms: a schema with a UI schema of layouts, controls and rules. */
public final class JsonFormsDialect implements Dialect {
    private static final String ROOT = "root";

    /** The dialect. */
    public JsonFormsDialect() {}

    @Override
    public String name() {
        return "json-forms";
    }

    /** A document with a UI schema; where it has a type beside, it is a page that the UI schema is for a part of. */
    @Override
    public boolean recognises(Value document) {
        return document instanceof ObjectValue object
                && object.members().containsKey("uischema")
                && !object.members().containsKey("type");
    }

    @Override
    public Optional<Form> read(
            Value document, byte[] source, StoredDocuments stored, Limits limits, Findings findings) {
        if (!(document instanceof ObjectValue object)) {
            findings.error(
                    document.place(),
                    Typed.WRONG_TYPE,
                    "a document is an object with 'schema' and 'uischema', found " + document.kind());
            return Optional.empty();
        }
        Form form = form(Document.of(object, source, stored, limits, findings), limits, findings);
        return findings.hasErrors() ? Optional.empty() : Optional.of(form);
    }

    private static Form form(Document document, Limits limits, Findings findings) {
        Texts texts = new Texts(document.translations());
        Elements elements = new Elements(
                document,
                document.scopes(),
                new Rules(document.checks()),
                texts,
                new Budget(limits, findings),
                findings);
        Node content = elements.map(document.layout(), Surroundings.root(document.schema()));
        Node root = isWhole(content)
                ? Inner.map(Markup.tagged(Element.DIV, Role.VERTICAL, List.of(content)), JsonFormsDialect::rooted)
                : new Section(new Spot(List.of(), ROOT), Words.NONE, State.PLAIN, List.of(content));
        List<Node> bodies = new ArrayList<>();
        List<ObjectValue> called = elements.controls().routines().schemas();
        while (bodies.size() < called.size()) {
            bodies.add(elements.controls().body(called.get(bodies.size())));
        }
        document.checks().followStored();
        Typed schema = new Typed(document.schema(), findings);
        return new Form(
                schema.text("title").orElse(""),
                Form.Kind.FORM,
                root,
                bodies,
                document.checks().references(),
                Form.Submit.USUAL,
                document.data(),
                texts.translations());
    }

    /** Whether a part is about the data as a whole, and so takes the id of the root. */
    private static boolean isWhole(Node node) {
        return isTransparent(node)
                ? Inner.of(node).stream().anyMatch(JsonFormsDialect::isWhole)
                : node.spot().equals(Spot.SAME) && !(node instanceof Node.Shown);
    }

    private static Node rooted(Node node) {
        return isTransparent(node)
                ? Inner.map(node, JsonFormsDialect::rooted)
                : Inner.at(
                        node, new Spot(node.spot().members(), ROOT + node.spot().id()));
    }

    private static boolean isTransparent(Node node) {
        return node instanceof Node.Tagged || node instanceof Node.When;
    }
}
