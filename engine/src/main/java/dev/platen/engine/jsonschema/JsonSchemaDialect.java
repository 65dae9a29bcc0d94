package dev.platen.engine.jsonschema;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Dialect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON Schema as a form. */
public final class JsonSchemaDialect implements Dialect {
    private static final String ROOT = "root";

    /** The dialect. */
    public JsonSchemaDialect() {}

    @Override
    public String name() {
        return "json-schema";
    }

    @Override
    public boolean recognises(Value document) {
        return document instanceof ObjectValue;
    }

    @Override
    public Optional<Form> read(
            Value document, byte[] source, StoredDocuments stored, Limits limits, Findings findings) {
        if (!(document instanceof ObjectValue object)) {
            findings.error(
                    document.place(),
                    TypedObject.WRONG_TYPE,
                    "a document is a JSON Schema or an object with 'schema', found " + document.kind());
            return Optional.empty();
        }
        Parts parts = Parts.of(object, source, limits, findings);
        Form form = form(parts, stored, limits, findings);
        return findings.hasErrors() ? Optional.empty() : Optional.of(form);
    }

    private static Form form(Parts parts, StoredDocuments stored, Limits limits, Findings findings) {
        SchemaMapper mapper = new SchemaMapper(parts.schema(), stored, findings, limits);
        Ui ui = Ui.root(parts.uiSchema(), findings);
        String prefix = ui.options().text("rootFieldId").orElse(ROOT);
        Node root = mapper.map(parts.schema(), ui, Part.root(new Spot(List.of(), prefix), 0), Defaults.NONE);
        List<Node> routines = mapper.bodies(ui);
        mapper.followStored();
        return new Form(
                title(root, parts.schema(), findings),
                Form.Kind.FORM,
                root,
                routines,
                mapper.checks().references(),
                submit(ui),
                parts.data(),
                Map.of());
    }

    /** A page has a title even where its fields stand in a grid that shows none. */
    private static String title(Node root, ObjectValue schema, Findings findings) {
        return root.words().title().isEmpty()
                ? new TypedObject(schema, findings).text("title").orElse("")
                : root.words().title();
    }

    private static Form.Submit submit(Ui ui) {
        Optional<TypedObject> options =
                ui.options().objectAt("submitButtonOptions").map(object -> new TypedObject(object, ui.findings()));
        boolean isWanted = options.map(given -> !given.isTrue("norender")).orElse(true);
        Optional<TypedObject> props =
                options.flatMap(given -> given.objectAt("props")).map(object -> new TypedObject(object, ui.findings()));
        return isWanted
                ? new Form.Submit(
                        true,
                        options.flatMap(given -> given.text("submitText")).orElse(""),
                        props.map(given -> given.isTrue("disabled")).orElse(false),
                        props.flatMap(given -> given.text("className")).orElse(""))
                : Form.Submit.NONE;
    }
}
