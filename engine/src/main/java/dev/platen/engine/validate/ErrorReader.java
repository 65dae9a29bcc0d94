package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.path.NodePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The library's errors in our words, or in those that the schema brings. */
final class ErrorReader {
    private static final int MAX_ERRORS = 1_000;
    private static final String FALSE = "false";

    private final Texts texts;
    private final DocumentTexts.Local own;
    private final SchemaBudget budget;

    ErrorReader(Texts texts, DocumentTexts.Local own, SchemaBudget budget) {
        this.texts = texts;
        this.own = own;
        this.budget = budget;
    }

    /** The first errors, in the order in which they were found. */
    List<ValidationError> read(List<Error> errors) {
        return errors.stream().limit(MAX_ERRORS).map(this::read).toList();
    }

    private ValidationError read(Error error) {
        String keyword = String.valueOf(error.getKeyword());
        NodePath path = error.getEvaluationPath();
        String member = member(keyword, error);
        JsonNode owner =
                budget.ownerOf(String.valueOf(error.getSchemaLocation())).orElse(null);
        return new ValidationError(
                error.getInstanceLocation().toString(),
                String.valueOf(keyword.equals(FALSE) ? path.getParent() : path),
                absolute(error.getSchemaLocation()),
                keyword,
                member,
                message(keyword, member, owner, error));
    }

    private static @Nullable String member(String keyword, Error error) {
        boolean isNamedFirst = keyword.equals("dependentRequired") && error.getArguments() != null;
        return isNamedFirst ? String.valueOf(error.getArguments()[0]) : error.getProperty();
    }

    /** A location within a document that has no address is not absolute. */
    private static @Nullable String absolute(@Nullable SchemaLocation location) {
        return location == null || location.getAbsoluteIri() == null ? null : location.toString();
    }

    private String message(String keyword, @Nullable String member, @Nullable JsonNode owner, Error error) {
        JsonNode given = owner == null ? null : given(owner.get(BoundedKeyword.ERROR_MESSAGE), keyword, member);
        if (given != null && given.isTextual()) {
            return given.textValue();
        }
        JsonNode part = owner == null || member == null
                ? null
                : owner.path("properties").path(member);
        JsonNode title = part == null ? null : part.get("title");
        String name = title != null && title.isTextual() ? title.textValue() : member;
        String location = error.getInstanceLocation() + (member == null ? "" : "/" + member);
        return own.message(keyword, location, member == null ? owner : part)
                .orElseGet(() -> texts.message(
                        keyword, value(keyword, error), error.getInstanceNode(), name, error.getMessageKey()));
    }

    /** Of how many items there must be of a kind, the library gives the kind, and the number beside it. */
    private static @Nullable JsonNode value(String keyword, Error error) {
        Object[] arguments = error.getArguments();
        boolean isCount = keyword.equals("minContains") || keyword.equals("maxContains");
        return isCount && arguments != null && arguments.length > 0
                ? TextNode.valueOf(String.valueOf(arguments[0]))
                : error.getSchemaNode();
    }

    /** One text for all keywords, or one for each keyword, or for each member that {@code required} names. */
    private static @Nullable JsonNode given(@Nullable JsonNode message, String keyword, @Nullable String member) {
        if (message == null || message.isTextual()) {
            return message;
        }
        JsonNode forKeyword = message.get(keyword);
        return forKeyword != null && forKeyword.isObject() && member != null ? forKeyword.get(member) : forKeyword;
    }
}
