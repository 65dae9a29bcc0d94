package dev.platen.gateway.page;

import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.PageKey;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work.RenderPage;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.plan.EngineVersion;
import dev.platen.contract.plan.Parts;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.engine.form.SentErrors;
import dev.platen.engine.form.SentErrorsOutcome;
import dev.platen.gateway.workers.Urgency;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants rendered.
 *
 * @param data JSON as it arrived; empty for the data that the schema brings
 * @param dataDigest SHA-256 of the data
 * @param errors what the caller found wrong with the data, as {@link SentErrors} reads it; empty for nothing
 * @param presentation how the page is to look and read
 */
public record RenderRequest(byte[] data, Digest dataDigest, byte[] errors, Presentation presentation) {
    private static final List<String> OF_DATA = List.of("data", "locale", "theme");
    private static final List<String> OF_PAGE = List.of("data", "locale", "theme", "errors");
    private static final int FIRST_ATTEMPT = 0;
    private static final byte[] DEFAULT_DATA = {};
    static final byte[] NO_ERRORS = {};
    private static final Digest NO_DATA = Digest.of(DEFAULT_DATA);

    /** The data that the schema brings. */
    public static RenderRequest ofDefault(Presentation presentation) {
        return new RenderRequest(DEFAULT_DATA, NO_DATA, NO_ERRORS, presentation);
    }

    /** Data that is only to be validated: there is nothing known to be wrong with it yet. */
    public static RenderRequest ofData(Map<String, byte[]> members, Presentation query) {
        return of(members, OF_DATA, query);
    }

    /**
     * Reads the members of a body; what it says of the presentation goes before the query.
     *
     * @throws IllegalArgumentException if there are members that mean nothing here, or malformed ones
     */
    public static RenderRequest of(Map<String, byte[]> members, Presentation query) {
        return of(members, OF_PAGE, query);
    }

    private static RenderRequest of(Map<String, byte[]> members, List<String> allowed, Presentation query) {
        TreeSet<String> unknown = new TreeSet<>(members.keySet());
        allowed.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "the body has unknown members %s; it may have %s".formatted(unknown, String.join(", ", allowed)));
        }
        Presentation presentation = new Presentation(
                text(members.get("locale"), "locale", query.locale()),
                text(members.get("theme"), "theme", query.theme()),
                query.layout());
        byte[] data = members.getOrDefault("data", DEFAULT_DATA);
        return new RenderRequest(
                data, Digest.of(data), errors(members.getOrDefault("errors", NO_ERRORS)), presentation);
    }

    private static byte[] errors(byte[] json) {
        return switch (SentErrors.read(json, Parts.NONE)) {
            case SentErrorsOutcome.Understood _ -> json;
            case SentErrorsOutcome.Misunderstood(Problem problem) ->
                throw new IllegalArgumentException(problem.detail());
        };
    }

    private Digest errorsDigest() {
        return errors.length == 0 ? NO_DATA : Digest.of(errors);
    }

    /** The page of a stored schema. */
    public PageRequest page(TenantId tenant, SchemaHead head, Excerpt excerpt, Urgency urgency) {
        Digest key = PageKey.of(
                EngineVersion.CURRENT, tenant, head.plan(), dataDigest, errorsDigest(), presentation, excerpt);
        return new PageRequest(
                key,
                RecordKeys.head(tenant, head.name()),
                tenant,
                urgency,
                envelope -> new RenderPage(envelope, head, key, presentation, excerpt, errors, data, FIRST_ATTEMPT));
    }

    /** Tags and theme names need no escapes in JSON, so what stands between the quotes is the value. */
    public static String text(byte @Nullable [] json, String name, String fallback) {
        if (json == null) {
            return fallback;
        }
        String quoted = new String(json, StandardCharsets.UTF_8);
        if (quoted.length() < 2 || quoted.charAt(0) != '"') {
            throw new IllegalArgumentException("%s must be a string".formatted(name));
        }
        return quoted.substring(1, quoted.length() - 1);
    }
}
