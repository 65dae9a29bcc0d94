package dev.platen.benchmarks.render;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The page of an order as a JTE template, flat, as JTE likes it best: everything that never changes is one run of bytes.
 * The markup is Platen's, because both must write the same bytes.
 */
final class JteSource {
    /** How a template gets at the data. */
    enum Access {
        /** By the accessors of records. */
        RECORDS,
        /** By the names of maps, as a JSON parser makes them without being told types. */
        MAPS
    }

    private static final List<String> PARTIES = List.of("contact", "billing", "shipping", "pickup", "returns");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "GB", "JP");

    private final Access access;

    private JteSource(Access access) {
        this.access = access;
    }

    static String of(Access access) {
        return new JteSource(access).page();
    }

    private String page() {
        return parameters()
                + "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"><title>Order</title><link rel=\"stylesheet\""
                + " href=\"/assets/plain.css\"></head><body><main class=\"p-page\"><h1 class=\"p-heading\" id=\"root__title\">Order</h1>"
                + "<form method=\"post\" action=\"submissions\" class=\"p-form\"><button type=\"submit\""
                + " class=\"p-unseen\" tabindex=\"-1\" aria-hidden=\"true\">Submit</button>"
                + "<fieldset class=\"p-section\" id=\"root\" aria-labelledby=\"root__title\">"
                + PARTIES.stream().map(this::party).collect(Collectors.joining())
                + rows()
                + "</fieldset><button type=\"submit\" class=\"p-button p-primary\">Submit</button></form></main></body></html>";
    }

    private String parameters() {
        return switch (access) {
            case RECORDS -> "@import dev.platen.benchmarks.render.Order\n@param Order order\n";
            case MAPS -> "@import java.util.List\n@import java.util.Map\n@param Map<String, Object> order\n";
        };
    }

    private String party(String party) {
        String id = "root_" + party;
        String title = Character.toUpperCase(party.charAt(0)) + party.substring(1);
        return "!{var %s = %s;}".formatted(party, get("order", party, "Map<String, Object>"))
                + "<fieldset class=\"p-section\" id=\"%1$s\"><legend class=\"p-legend\" id=\"%1$s__title\">%2$s</legend>"
                        .formatted(id, title)
                + input("text", id + "_name", "Name", "", get(party, "name", "String"))
                + input("text", id + "_company", "Company", "", get(party, "company", "String"))
                + input("text", id + "_street", "Street", "", get(party, "street", "String"))
                + input("text", id + "_postcode", "Postcode", "", get(party, "postcode", "String"))
                + input("text", id + "_city", "City", "", get(party, "city", "String"))
                + select(id + "_country", "Country", get(party, "country", "String"))
                + input("email", id + "_email", "E-mail", "", get(party, "email", "String"))
                + box(id + "_news", "Send news", get(party, "news", "Boolean"))
                + "<button type=\"submit\" class=\"p-button p-small p-remove\" id=\"%1$s__optionalRemove\" name=\"_close\""
                        .formatted(id)
                + " value=\"%1$s\" formnovalidate>Remove %2$s</button></fieldset>".formatted(id, title);
    }

    private String rows() {
        String id = "root_rows_${i}";
        return "!{var rows = %s;}".formatted(get("order", "rows", "List<Map<String, Object>>"))
                + "<fieldset class=\"p-section\" id=\"root_rows\"><legend class=\"p-legend\" id=\"root_rows__title\">Row</legend>"
                + "<input type=\"hidden\" name=\"root_rows__items\" value=\"${rows.size()}\">"
                + "@for(int i = 0; i < rows.size(); i++)!{var row = rows.get(i);}<div class=\"p-item\">"
                + "<fieldset class=\"p-section\" id=\"%1$s\"><legend class=\"p-legend\" id=\"%1$s__title\">Row-${i + 1}<span class=\"p-required-mark\""
                        .formatted(id)
                + " aria-hidden=\"true\">*</span></legend>"
                + input("text", id + "_article", "Article", "", get("row", "article", "String"))
                + area(id + "_remark", "Remark", get("row", "remark", "String"))
                + input("number", id + "_quantity", "Quantity", " step=\"1\"", get("row", "quantity", "Integer"))
                + input("number", id + "_price", "Price", " step=\"any\"", get("row", "price", "Double"))
                + box(id + "_gift", "Gift", get("row", "gift", "Boolean"))
                + "</fieldset><div class=\"p-item-buttons\">"
                + move(id, "up")
                + move(id, "down")
                + "<button type=\"submit\" class=\"p-button p-small p-remove\" id=\"%1$s__remove\" name=\"_remove\""
                        .formatted(id)
                + " value=\"%s\" formnovalidate aria-label=\"Remove Row-${i + 1}\">Remove</button></div></div>@endfor"
                        .formatted(id)
                + "<button type=\"submit\" class=\"p-button p-add\" id=\"root_rows__add\" name=\"_add\" value=\"root_rows\""
                + " formnovalidate aria-label=\"Add Row\">Add</button></fieldset>";
    }

    private static String move(String id, String where) {
        return """
                <button type="submit" class="p-button p-small" id="%1$s__%2$s" name="_%2$s" value="%1$s"\
                 formnovalidate aria-label="Move %2$s Row-${i + 1}">Move %2$s</button>""".formatted(id, where);
    }

    private String get(String of, String name, String type) {
        return switch (access) {
            case RECORDS -> "%s.%s()".formatted(of, name);
            case MAPS -> "(%s) %s.get(\"%s\")".formatted(type, of, name);
        };
    }

    private static String input(String type, String id, String label, String attributes, String value) {
        return """
                <div class="p-field"><label class="p-label" for="%2$s">%3$s</label>\
                <input type="%1$s" class="p-control" id="%2$s" name="%2$s"%4$s value="${%5$s}"></div>""".formatted(type, id, label, attributes, value);
    }

    private static String area(String id, String label, String value) {
        return """
                <div class="p-field"><label class="p-label" for="%1$s">%2$s</label><textarea class="p-control" id="%1$s" name="%1$s" rows="5">
                ${%3$s}</textarea></div>""".formatted(id, label, value);
    }

    private static String box(String id, String label, String value) {
        return """
                <div class="p-field p-box-field"><label class="p-box-label" for="%1$s"><input type="checkbox" class="p-check" id="%1$s" name="%1$s" value="true"\
                 checked="${%3$s}"><span>%2$s</span></label></div>\
                <input type="hidden" name="%1$s__kept" value="${String.valueOf(%3$s)}">""".formatted(id, label, value);
    }

    private static String select(String id, String label, String value) {
        String options = COUNTRIES.stream()
                .map(country -> "<option value=\"%1$s\" selected=\"${\"%1$s\".equals(%2$s)}\">%1$s</option>"
                        .formatted(country, value))
                .collect(Collectors.joining());
        return """
                <div class="p-field"><label class="p-label" for="%1$s">%2$s</label><select class="p-control p-select" id="%1$s" name="%1$s">\
                <option value=""></option>%3$s</select></div>""".formatted(id, label, options);
    }
}
