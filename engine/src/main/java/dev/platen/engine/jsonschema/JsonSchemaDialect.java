package dev.platen.engine.jsonschema;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Dialect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
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
    public Optional<Form> read(Value document, byte[] source, Limits limits, Findings findings) {
        if (!(document instanceof ObjectValue object)) {
            findings.error(
                    document.place(),
                    TypedObject.WRONG_TYPE,
                    "a document is a JSON Schema or an object with 'schema', found " + document.kind());
            return Optional.empty();
        }
        Parts parts = Parts.of(object, source, limits, findings);
        Form form = form(parts, limits, findings);
        return findings.hasErrors() ? Optional.empty() : Optional.of(form);
    }

    private static Form form(Parts parts, Limits limits, Findings findings) {
        References references = new References(parts.schema(), findings);
        Cycles cycles = Cycles.from(parts.schema(), references);
        Routines routines = new Routines();
        SchemaMapper mapper = new SchemaMapper(new Resolver(references, cycles, findings), routines, findings, limits);
        Ui ui = Ui.of(parts.uiSchema(), findings);
        Spot spot = new Spot(List.of(), ROOT);
        Node root = cycles.componentOf(parts.schema()).isPresent()
                ? mapper.map(References.toRoot(parts.schema()), ui, Part.root(spot, 0), Defaults.NONE)
                : mapper.map(parts.schema(), ui, Part.root(spot, 0), Defaults.NONE);
        List<Node> bodies = new ArrayList<>();
        while (bodies.size() < routines.size()) {
            Routines.Routine routine = routines.get(bodies.size());
            bodies.add(mapper.body(routine));
        }
        return new Form(
                root.words().title(), Form.Kind.FORM, root, bodies, List.of(), submit(ui), parts.data(), Map.of());
    }

    private static Form.Submit submit(Ui ui) {
        Optional<TypedObject> options =
                ui.options().objectAt("submitButtonOptions").map(object -> new TypedObject(object, ui.findings()));
        boolean isWanted = options.map(given -> !given.isTrue("norender")).orElse(true);
        String text = options.flatMap(given -> given.text("submitText")).orElse("");
        return isWanted ? new Form.Submit(true, text, false, "") : Form.Submit.NONE;
    }
}
