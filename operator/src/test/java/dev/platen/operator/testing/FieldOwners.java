package dev.platen.operator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">server-side apply</a> makes of a resource:
 * what is applied is laid over it, elements of lists by their names, and what a manager leaves out that it alone had applied
 * before is taken away. Every apply is taken as forced. Thread-safe.
 */
final class FieldOwners {
    private static final String NAME = "name";

    private final Map<String, Map<String, JsonNode>> applied = new HashMap<>();

    /** The resource as it then is, with the managers that there are now. */
    synchronized ObjectNode apply(String resource, String manager, ObjectNode present, JsonNode wanted) {
        Map<String, JsonNode> managers = applied.computeIfAbsent(resource, _ -> new TreeMap<>());
        JsonNode before = managers.put(manager, wanted);
        ObjectNode result = present.deepCopy();
        if (before != null) {
            remove(result, before, List.copyOf(managers.values()));
        }
        lay(result, wanted.deepCopy());
        ArrayNode fields = result.withObject("/metadata").putArray("managedFields");
        managers.keySet()
                .forEach(name -> fields.addObject().put("manager", name).put("operation", "Apply"));
        return result;
    }

    /** A resource that was deleted has no managers. */
    synchronized void forget(String resource) {
        applied.remove(resource);
    }

    private static void lay(JsonNode target, JsonNode wanted) {
        wanted.properties().forEach(field -> {
            JsonNode there = target.path(field.getKey());
            if (there.isObject() && field.getValue().isObject()) {
                lay(there, field.getValue());
            } else if (there.isArray() && isNamed(field.getValue())) {
                field.getValue().forEach(element -> layElement((ArrayNode) there, element));
            } else {
                ((ObjectNode) target).set(field.getKey(), field.getValue());
            }
        });
    }

    private static void layElement(ArrayNode list, JsonNode element) {
        JsonNode there = named(list, element);
        if (there == null) {
            list.add(element);
        } else {
            lay(there, element);
        }
    }

    private static void remove(JsonNode target, JsonNode before, List<JsonNode> kept) {
        before.properties().forEach(field -> {
            JsonNode there = target.path(field.getKey());
            List<JsonNode> keptBelow =
                    kept.stream().map(each -> each.path(field.getKey())).toList();
            if (there.isObject()) {
                remove(there, field.getValue(), keptBelow);
            } else if (isNamed(there)) {
                field.getValue().forEach(element -> removeElement((ArrayNode) there, element, keptBelow));
            } else if (keptBelow.stream().allMatch(JsonNode::isMissingNode)
                    && !field.getKey().equals(NAME)) {
                ((ObjectNode) target).remove(field.getKey());
            }
        });
    }

    private static void removeElement(ArrayNode list, JsonNode element, List<JsonNode> kept) {
        JsonNode there = named(list, element);
        if (there != null) {
            List<JsonNode> keptElements = kept.stream()
                    .map(other -> named(other, element))
                    .filter(Objects::nonNull)
                    .toList();
            remove(there, element, keptElements);
            if (keptElements.isEmpty() && there.size() == 1) {
                list.removeIf(each -> each.path(NAME).equals(element.path(NAME)));
            }
        }
    }

    private static boolean isNamed(JsonNode list) {
        return list.isArray() && list.valueStream().allMatch(element -> element.has(NAME)) && !list.isEmpty();
    }

    private static @Nullable JsonNode named(JsonNode list, JsonNode element) {
        return list.valueStream()
                .filter(each -> each.path(NAME).equals(element.path(NAME)))
                .findFirst()
                .orElse(null);
    }

    /** What leads from one object to the other, as a JSON patch; lists are replaced as a whole. */
    static ArrayNode difference(ObjectNode from, ObjectNode to) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        collect("", from, to, patch);
        return patch;
    }

    private static void collect(String pointer, JsonNode from, JsonNode to, ArrayNode patch) {
        to.properties().forEach(field -> {
            String path = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            JsonNode before = from.path(field.getKey());
            if (before.isObject() && field.getValue().isObject()) {
                collect(path, before, field.getValue(), patch);
            } else if (!before.equals(field.getValue())) {
                patch.addObject().put("op", "add").put("path", path).set("value", field.getValue());
            }
        });
        from.fieldNames().forEachRemaining(name -> {
            if (!to.has(name)) {
                patch.addObject().put("op", "remove").put("path", pointer + "/" + name);
            }
        });
    }
}
