package dev.platen.fuzz;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Plans to put data and posted forms through: together they have every kind of part. */
final class Forms {
    /** Small, so that many inputs fit into a second and none is large by itself. */
    static final Limits LIMITS = new Limits(
            64 * 1024, 64 * 1024, 32, 20_000, 16 * 1024, 256, 64, 20, 5_000, 20_000, 500_000, 4 * 1024 * 1024);

    private static final List<String> DOCUMENTS = List.of("""
            {"title": "Leaves", "type": "object", "required": ["text"], "properties": {
              "text": {"type": "string"}, "number": {"type": "number"}, "whole": {"type": ["integer", "null"]},
              "flag": {"type": "boolean"}, "date": {"type": "string", "format": "date-time"},
              "time": {"type": "string", "format": "time"}, "file": {"type": "string", "format": "data-url"},
              "one": {"enum": ["a", 1, true, null, {"k": [1]}]}, "link": {"type": "string", "format": "uri"},
              "several": {"type": "array", "uniqueItems": true, "items": {"enum": ["p", "q"]}},
              "fixed": {"type": "string", "readOnly": true}, "any": true}}
            """, """
            {"type": "object", "properties": {
              "list": {"type": "array", "items": {"type": "object", "properties": {
                "name": {"type": "string"}, "tags": {"type": "array", "items": {"type": "string"}}}}},
              "pair": {"type": "array", "items": [{"type": "string"}, {"type": "boolean"}], "additionalItems": {"type": "number"}},
              "tree": {"$ref": "#/$defs/tree"}},
             "additionalProperties": {"type": ["string", "number"]},
             "$defs": {"tree": {"type": "object", "properties": {
               "value": {"type": "string"}, "left": {"$ref": "#/$defs/tree"},
               "rest": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}}}}
            """, """
            {"type": "object", "properties": {
              "choice": {"oneOf": [
                {"title": "A", "type": "object", "properties": {"s": {"type": "string"}}, "required": ["s"]},
                {"title": "B", "type": "object", "properties": {"n": {"type": "number"}}, "required": ["n"]},
                {"title": "C", "type": "array", "items": {"type": "string"}}]},
              "on": {"type": "boolean"}},
             "if": {"properties": {"on": {"const": true}}}, "then": {"properties": {"more": {"type": "string", "pattern": "^a+$"}}},
             "else": {"properties": {"less": {"type": "boolean"}}}}
            """, """
            {"type": "page", "children": [
              {"type": "heading", "props": {"text": {"type": "expression", "expression": "data.title"}}},
              {"type": "text", "props": {"text": {"type": "expression", "expression": "string(size(data.items)) + ' items'"}}}]}
            """);

    private static final List<Plan> PLANS = DOCUMENTS.stream().map(Forms::plan).toList();

    private Forms() {}

    private static Plan plan(String document) {
        return switch (new Compiler(Limits.DEFAULT).compile(document.getBytes(StandardCharsets.UTF_8))) {
            case Compiled compiled -> compiled.plan();
            case Rejected rejected -> throw new IllegalStateException(rejected.toString());
        };
    }

    /** One of the plans, by any number. */
    static Plan of(int number) {
        return PLANS.get(Math.floorMod(number, PLANS.size()));
    }
}
