package dev.platen.engine.component;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Dialect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome.Refused;
import dev.platen.engine.json.MembersOutcome.Sliced;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Trees of components as pages. */
public final class ComponentDialect implements Dialect {
    private static final Set<String> SCHEMA_TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");
    /** The members from which the form of a page is made. */
    private static final Set<String> OF_THE_FORM = Set.of("schema", "uiSchema", "uischema", "config", "uischemas");

    private static final byte[] NO_DATA = {};

    private final List<Dialect> forms;

    /**
     * The dialect.
     *
     * @param forms the dialects in which the form of a page can be written, the most particular first
     */
    public ComponentDialect(List<Dialect> forms) {
        this.forms = List.copyOf(forms);
    }

    @Override
    public String name() {
        return "component";
    }

    /** A type that the library or the document defines and JSON Schema does not, or a reference to a component. */
    @Override
    public boolean recognises(Value document) {
        if (!(document instanceof ObjectValue object)
                || !(object.member("type").orElse(null) instanceof StringValue type)) {
            return false;
        }
        boolean isDefined = object.member("$defs").orElse(null) instanceof ObjectValue definitions
                && definitions.member(type.text()).isPresent();
        return !SCHEMA_TYPES.contains(type.text())
                && (Library.find(type.text()).isPresent()
                        || isDefined
                        || object.member("props").isPresent());
    }

    @Override
    public Optional<Form> read(
            Value document, byte[] source, StoredDocuments stored, Limits limits, Findings findings) {
        if (!(document instanceof ObjectValue object)) {
            findings.error(
                    document.place(), "wrong-type", "a component is an object with 'type', found " + document.kind());
            return Optional.empty();
        }
        Definitions definitions = new Definitions("", object, findings);
        Optional<Form> form = form(object, source, stored, limits, findings);
        PageParts page = PageParts.of(
                new PageForm(form.orElse(null), findings), new Registered(stored, findings), limits, findings);
        List<Node> parts = new Mapping(definitions, page, findings).one(object, Placement.PAGE);
        definitions.reportUnused();
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        Node root = parts.size() == 1 ? parts.getFirst() : Tags.bare(Element.DIV, parts);
        return Optional.of(new Form(
                title(object),
                Form.Kind.PAGE,
                root,
                form.map(Form::routines).orElse(List.of()),
                form.map(Form::checks).orElse(List.of()),
                Form.Submit.NONE,
                data(source, limits),
                new Translations(findings)
                        .of(object, form.map(Form::translations).orElse(Map.of()))));
    }

    /** What the document's schema makes: the page is the form's only where the page says so. */
    private Optional<Form> form(
            ObjectValue document, byte[] source, StoredDocuments stored, Limits limits, Findings findings) {
        Map<String, Value> members = new LinkedHashMap<>(document.members());
        members.keySet().retainAll(OF_THE_FORM);
        if (!members.containsKey("schema")) {
            return Optional.empty();
        }
        ObjectValue parts = new ObjectValue(document.place(), members);
        return forms.stream()
                .filter(dialect -> dialect.recognises(parts))
                .findFirst()
                .flatMap(dialect -> dialect.read(parts, source, stored, limits, findings));
    }

    private static String title(ObjectValue document) {
        return document.member("props").orElse(null) instanceof ObjectValue props
                        && props.member("title").orElse(null) instanceof StringValue title
                ? title.text()
                : "";
    }

    private static byte[] data(byte[] source, Limits limits) {
        return switch (Members.of(source, limits)) {
            case Sliced sliced -> sliced.members().getOrDefault("data", NO_DATA);
            case Refused refused -> NO_DATA; // cannot be: the document was read within the same limits
        };
    }
}
