package dev.platen.engine.component;

import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.List;

/** The form of a page, as one component, or as a frame with its fields here and there. */
final class Forms {
    private Forms() {}

    static List<Node> form(Props props, List<Value> children, Placement at, Mapping mapping) {
        if (at.bindings().hasItem()) {
            mapping.findings().error(props.place(), "form-repeated", "a page has one form; move 'form' out of 'each'");
            return List.of();
        }
        return mapping.form()
                .begin(props.place())
                .map(form -> List.<Node>of(new Node.Posted(
                        submit(form.submit(), props),
                        children.isEmpty() ? mapping.form().rest(props.place()) : mapping.all(children, at))))
                .orElse(List.of());
    }

    private static Form.Submit submit(Form.Submit submit, Props props) {
        return props.known("submit")
                .map(text -> new Form.Submit(true, text, submit.isDisabled(), submit.classes()))
                .orElse(submit);
    }

    static List<Node> fields(Props props, List<Value> children, Placement at, Mapping mapping) {
        if (props.value("names").isEmpty()) {
            return mapping.form().rest(props.place());
        }
        List<Node> fields = new ArrayList<>();
        for (Value name : props.items("names")) {
            if (name instanceof StringValue text) {
                fields.addAll(mapping.form().field(text));
            } else {
                mapping.findings()
                        .error(name.place(), "wrong-type", "'names' holds names of properties, found " + name.kind());
            }
        }
        return fields;
    }
}
