package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.id.SchemaName;

/**
 * What became of something that was asked for, above the page that says it.
 *
 * @param kind {@code success} or {@code error}; empty where there is nothing to say
 * @param text for people
 * @param href where to go on; empty where nowhere
 * @param link what the link is called
 */
record Notice(String kind, String text, String href, String link) {
    static final Notice NONE = new Notice("", "", "", "");

    static Notice error(String text) {
        return new Notice("error", text, "", "");
    }

    static Notice success(String text) {
        return new Notice("success", text, "", "");
    }

    static Notice stored(SchemaName name) {
        return new Notice(
                "success",
                "It is stored as %s.".formatted(name),
                "/v1/schemas/%s/render".formatted(name),
                "Open its page");
    }

    ObjectNode toJson() {
        return Json.object()
                .put("kind", kind)
                .put("text", text)
                .put("href", href)
                .put("link", link);
    }
}
