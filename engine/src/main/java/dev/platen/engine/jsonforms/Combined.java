package dev.platen.engine.jsonforms;

import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Alternatives;
import dev.platen.engine.ir.Node.Branch;
import dev.platen.engine.ir.Presence;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Schemas made of others: one of several forms of a value, or all of them at once. */
record Combined(Controls controls, Document document, Texts texts) {
    static boolean isCombined(Typed schema) {
        return schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf");
    }

    Node map(Pointed pointed) {
        Typed schema = pointed.schema();
        if (schema.has("allOf")) {
            return all(pointed);
        }
        String keyword = schema.has("oneOf") ? "oneOf" : "anyOf";
        List<Branch> branches = new ArrayList<>();
        Pointed settled = pointed.around(pointed.around().beneath(schema.object(), pointed.members()));
        for (Value value : schema.items(keyword)) {
            if (value instanceof ObjectValue object) {
                branches.add(branch(settled, object, keyword + "-" + branches.size()));
            }
        }
        if (branches.isEmpty()) {
            return controls.field(pointed, new Control.Raw(2), List.of(), List.of());
        }
        return new Alternatives(
                pointed.spot(),
                pointed.words(texts),
                pointed.state(pointed.isRequired()),
                branches.stream().allMatch(branch -> branch.node() instanceof Node.Field)
                        ? Presence.GIVEN
                        : pointed.presence(),
                "__" + keyword.toLowerCase(Locale.ROOT) + "_select",
                branches,
                0);
    }

    private Branch branch(Pointed pointed, ObjectValue written, String name) {
        ObjectValue merged = merged(pointed.schema(), written);
        Pointed inner = controls.pointed(pointed.control(), merged, List.of(), false, pointed.around());
        String own = new Typed(written, pointed.findings()).text("title").orElseGet(() -> inner.schema()
                .text("title")
                .filter(t -> !t.equals(pointed.label()))
                .orElse(name));
        Node node = controls.map(inner.silent(), merged);
        return new Branch(
                texts.keyed(own, own), document.checks().of(inner.schema().object()), node);
    }

    /** What is said beside the alternatives holds for all of them; keywords of the alternative win. */
    private static ObjectValue merged(Typed schema, ObjectValue branch) {
        Map<String, Value> members = new LinkedHashMap<>(schema.object().members());
        List.of("oneOf", "anyOf", "title", "description", "default").forEach(members::remove);
        if (members.get("properties") instanceof ObjectValue common
                && branch.members().get("properties") instanceof ObjectValue own) {
            Map<String, Value> properties = new LinkedHashMap<>(common.members());
            properties.putAll(own.members());
            members.putAll(branch.members());
            members.put("properties", new ObjectValue(own.place(), properties));
        } else {
            members.putAll(branch.members());
        }
        return new ObjectValue(branch.place(), members);
    }

    /** The value has all forms: they are shown one below the other. */
    private Node all(Pointed pointed) {
        return controls.object(pointed, inside -> {
            List<Node> nodes = new ArrayList<>(controls.properties(pointed.schema(), inside));
            for (Value value : pointed.schema().items("allOf")) {
                if (value instanceof ObjectValue object) {
                    Pointed part = controls.pointed(pointed.control(), object, List.of(), false, inside);
                    nodes.add(controls.map(part.silent(), object));
                }
            }
            return nodes;
        });
    }
}
