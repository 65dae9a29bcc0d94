package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Branch;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Presence;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Maps {@code oneOf} and {@code anyOf} whose branches are more than constants. */
record Alternatives(SchemaMapper mapper, TypedObject schema, Ui ui, Part part, Defaults initial) {
    /** Whether the schema has branches of which one is chosen. */
    static boolean has(TypedObject schema) {
        return !schema.has("enum")
                && schema.value(Choices.keyword(schema)).orElse(null) instanceof ArrayValue branches
                && !branches.items().isEmpty()
                && Choices.alternatives(schema).isEmpty();
    }

    /** As the whole part. */
    Node alone() {
        Words words = SchemaMapper.words(schema, ui, part);
        List<Branch> branches = branches(words);
        return new Node.Alternatives(
                part.spot(), words, part.state(ui), presence(branches), suffix(), branches, shown(branches));
    }

    /** As a part of the object whose members are mapped beside it. */
    Node within() {
        List<Branch> branches = branches(Words.NONE);
        State state = part.state(ui.none());
        return new Node.Alternatives(Spot.SAME, Words.NONE, state, Presence.GIVEN, suffix(), branches, shown(branches));
    }

    /** Where every form is a single control, that is emptied without a button. */
    private Presence presence(List<Branch> branches) {
        boolean isSingle = branches.stream().allMatch(branch -> branch.node() instanceof Node.Field);
        return isSingle ? Presence.GIVEN : part.presence(commonType(), ui);
    }

    private String commonType() {
        List<String> types = schema.items(Choices.keyword(schema)).stream()
                .map(value -> value instanceof ObjectValue raw
                        ? Types.of(new TypedObject(mapper.flat(raw).schema(), schema.findings()))
                        : Types.UNKNOWN)
                .distinct()
                .toList();
        return types.size() == 1 ? types.getFirst() : Types.UNKNOWN;
    }

    /** Where there is no value: the branch that the default fits, else the one for nothing, else the first. */
    private int shown(List<Branch> branches) {
        IntPredicate isShown = initial.value()
                .<IntPredicate>map(value -> {
                    Constant constant = Constants.of(value);
                    Verdict verdict = new Verdict(mapper.checks().references());
                    return index -> verdict.holds(branches.get(index).fits(), constant);
                })
                .orElse(this::isNothing);
        return IntStream.range(0, branches.size()).filter(isShown).findFirst().orElse(0);
    }

    private boolean isNothing(int index) {
        List<Value> items = schema.items(Choices.keyword(schema));
        return index < items.size()
                && items.get(index) instanceof ObjectValue branch
                && branch.members().get("type") instanceof StringValue type
                && type.text().equals(Types.NULL);
    }

    private String suffix() {
        return schema.has("anyOf") && !schema.has("oneOf") ? "__anyof_select" : "__oneof_select";
    }

    private List<Branch> branches(Words words) {
        String keyword = Choices.keyword(schema);
        List<Value> items = schema.items(keyword);
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < items.size() && mapper.isAffordable(); i++) {
            Ui own = ui.hasPositions(keyword) ? ui.at(keyword, i) : inherited();
            branches.add(branch(items.get(i), own, part.alternative(words), i));
        }
        return branches.isEmpty()
                ? List.of(new Branch("", Check.ANYTHING, mapper.map(schema.object(), ui, part, initial)))
                : branches;
    }

    /** The uiSchema of the whole, but for what is said about the whole alone. */
    private Ui inherited() {
        Map<String, Value> members = new LinkedHashMap<>(ui.node().members());
        List.of("ui:title", "ui:description", "ui:widget", "ui:field", "ui:options", "ui:placeholder", "classNames")
                .forEach(members::remove);
        Map<String, Value> holder = Map.of("it", new ObjectValue(ui.place(), members));
        return new Ui(ui.options(), new ObjectValue(ui.place(), holder), ui.root(), ui.findings()).member("it");
    }

    private Branch branch(Value value, Ui own, Part within, int index) {
        if (!(value instanceof ObjectValue raw)) {
            Node node = mapper.map(value, own, within, Defaults.NONE);
            return new Branch(title(Optional.empty(), index), mapper.checks().of(value), node);
        }
        ObjectValue flat = mapper.flat(raw).schema();
        TypedObject branch = new TypedObject(flat, schema.findings());
        Optional<String> named = own.options().text("title").or(() -> branch.text("title"));
        Node node = mapper.map(with(raw, flat), own, within, initial);
        return new Branch(title(named, index), fits(flat), node);
    }

    private String title(Optional<String> own, int index) {
        return own.filter(title -> !title.isEmpty()).orElseGet(() -> schema.text("title")
                .filter(title -> !title.isEmpty())
                .map(title -> title + " option " + (index + 1))
                .orElse("Option " + (index + 1)));
    }

    /** The branch with what the whole says of all of them: the type, and which members are required. */
    private ObjectValue with(ObjectValue branch, ObjectValue flat) {
        Map<String, Value> members = new LinkedHashMap<>();
        boolean isTyped = flat.members().containsKey("type")
                || !Types.of(new TypedObject(flat, schema.findings())).equals(Types.UNKNOWN);
        if (!isTyped) {
            schema.value("type").ifPresent(type -> members.put("type", type));
        }
        schema.value("required")
                .filter(required -> flat.members().containsKey("properties"))
                .ifPresent(required -> members.put("required", required));
        return members.isEmpty() ? branch : Intersection.overlaid(new ObjectValue(branch.place(), members), branch);
    }

    /**
     * What holds for values of a branch. Forms are filled in bit by bit, so that required members may be missing as long as
     * any member is there; a discriminator decides alone.
     */
    private Check fits(ObjectValue branch) {
        if (!(branch.members().get("properties") instanceof ObjectValue properties)) {
            return mapper.checks().of(branch);
        }
        Optional<String> discriminator = discriminator();
        if (discriminator.isPresent() && properties.members().containsKey(discriminator.get())) {
            Value member = properties.members().getOrDefault(discriminator.get(), properties);
            return new Check.Members(
                    Map.of(discriminator.get(), mapper.checks().of(member)),
                    List.of(discriminator.get()),
                    Map.of(),
                    Check.ANYTHING,
                    null,
                    0,
                    Integer.MAX_VALUE);
        }
        Map<String, Value> members = new LinkedHashMap<>(branch.members());
        members.remove("required");
        List<Check> anyMember = properties.members().keySet().stream()
                .map(name -> ObjectChecks.requiring(List.of(name)))
                .toList();
        Check rest = mapper.checks().of(new ObjectValue(branch.place(), members));
        return new Check.All(List.of(rest, new Check.Any(anyMember)));
    }

    private Optional<String> discriminator() {
        return schema.value("discriminator")
                .flatMap(value -> switch (value) {
                    case StringValue text -> Optional.of(text.text());
                    case ObjectValue object
                    when object.members().get("propertyName") instanceof StringValue text -> Optional.of(text.text());
                    default -> Optional.<String>empty();
                })
                .or(() -> ui.options().text("optionsSchemaSelector"));
    }
}
