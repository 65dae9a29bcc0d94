package dev.platen.contract.flow;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The content address of a rendered page: the same key means the same bytes, in every cache and on every node. */
public final class PageKey {
    /** Raised whenever the meaning of a field of the key changes. */
    private static final String FORMAT = "page-3";

    private PageKey() {}

    /**
     * Hashes everything that a page depends on, each field preceded by its length, so that no two different requests
     * ever hash the same bytes.
     *
     * @param engine version of the engine that renders
     * @param tenant whose page it is
     * @param plan digest of the compiled plan
     * @param data digest of the data bytes as they arrived
     * @param errors digest of what the caller found wrong with the data, as it arrived
     * @param presentation how the page looks and reads
     * @param excerpt what of the page is wanted
     */
    public static Digest of(
            String engine,
            TenantId tenant,
            Digest plan,
            Digest data,
            Digest errors,
            Presentation presentation,
            Excerpt excerpt) {
        Stream<String> fields = Stream.of(
                FORMAT,
                engine,
                tenant.value(),
                plan.hex(),
                data.hex(),
                errors.hex(),
                presentation.locale(),
                presentation.theme(),
                presentation.layout().name(),
                excerpt.part());
        return Digest.ofFields(Stream.concat(fields, excerpt.open().stream())
                .map(field -> field.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }
}
