package dev.platen.engine.jsonschema;

import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which schemas contain themselves, by way of references: the strongly connected components of the graph of references,
 * found by Tarjan's algorithm with a stack of its own, because documents choose how deep it goes.
 */
final class Cycles {
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "dependencies", "dependentSchemas");
    private static final Set<String> NESTED = Set.of(
            "items",
            "prefixItems",
            "additionalItems",
            "additionalProperties",
            "allOf",
            "anyOf",
            "oneOf",
            "then",
            "else");

    private final References references;
    private final IdentityHashMap<ObjectValue, Vertex> vertices = new IdentityHashMap<>();
    private final Deque<Vertex> component = new ArrayDeque<>();
    private int visits;
    private int components;

    private Cycles(References references) {
        this.references = references;
    }

    /** Finds the cycles that can be reached from {@code root}. */
    static Cycles from(ObjectValue root, References references) {
        Cycles cycles = new Cycles(references);
        cycles.search(cycles.vertex(root));
        return cycles;
    }

    /** The component of a schema that contains itself; empty for all others. */
    Optional<Integer> componentOf(ObjectValue schema) {
        return Optional.ofNullable(vertices.get(schema))
                .filter(vertex -> vertex.isRecursive)
                .map(vertex -> vertex.component);
    }

    private Vertex vertex(ObjectValue schema) {
        return vertices.computeIfAbsent(schema, Vertex::new);
    }

    private void search(Vertex root) {
        Deque<Vertex> open = new ArrayDeque<>();
        enter(root, open);
        while (!open.isEmpty()) {
            Vertex vertex = open.peek();
            if (vertex.nextEdge == vertex.edges.size()) {
                open.pop();
                leave(vertex, open);
                continue;
            }
            Vertex target = vertex.edges.get(vertex.nextEdge++);
            if (target == vertex) {
                vertex.isRecursive = true;
            }
            if (target.index == 0) {
                enter(target, open);
            } else if (target.component == 0) {
                vertex.lowest = Math.min(vertex.lowest, target.index);
            }
        }
    }

    private void enter(Vertex vertex, Deque<Vertex> open) {
        vertex.index = ++visits;
        vertex.lowest = vertex.index;
        collect(vertex);
        component.push(vertex);
        open.push(vertex);
    }

    private void leave(Vertex vertex, Deque<Vertex> open) {
        if (!open.isEmpty()) {
            open.peek().lowest = Math.min(open.peek().lowest, vertex.lowest);
        }
        if (vertex.lowest != vertex.index) {
            return;
        }
        components++;
        boolean isAlone = component.peek() == vertex;
        Vertex member;
        do {
            member = component.pop();
            member.component = components;
            member.isRecursive |= !isAlone;
        } while (member != vertex);
    }

    /** Adds an edge for each reference within the parts that a form is made of, without following any. */
    private void collect(Vertex vertex) {
        Deque<ObjectValue> pending = new ArrayDeque<>(List.of(vertex.schema));
        while (!pending.isEmpty()) {
            ObjectValue schema = pending.pop();
            references.target(schema).ifPresent(target -> vertex.edges.add(vertex(target)));
            schema.members().forEach((name, value) -> {
                if (NAMED.contains(name) && value instanceof ObjectValue schemas) {
                    schemas.members().values().forEach(member -> push(member, pending));
                } else if (NESTED.contains(name)) {
                    push(value, pending);
                }
            });
        }
    }

    private static void push(Value schema, Deque<ObjectValue> pending) {
        switch (schema) {
            case ObjectValue object -> pending.push(object);
            case ArrayValue list -> list.items().forEach(item -> push(item, pending));
            default -> {}
        }
    }

    /** A schema that is referred to, or the root. */
    private static final class Vertex {
        private final ObjectValue schema;
        private final List<Vertex> edges = new ArrayList<>();
        private int nextEdge;
        private int index;
        private int lowest;
        private int component;
        private boolean isRecursive;

        Vertex(ObjectValue schema) {
            this.schema = schema;
        }
    }
}
