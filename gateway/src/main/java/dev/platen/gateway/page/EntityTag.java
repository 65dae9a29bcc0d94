package dev.platen.gateway.page;

import dev.platen.contract.id.Digest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entity tags of a page, one for each coding (RFC 9110, section 8.8.3).
 *
 * @param address what is written of the content address
 */
record EntityTag(String address) {
    private static final int LENGTH = 32;
    private static final String WEAK = "W/";

    static EntityTag of(Digest key) {
        return new EntityTag(key.hex().substring(0, LENGTH));
    }

    /** The tag of the page in this coding, in its quotation marks. */
    String in(Coding coding) {
        return coding == Coding.IDENTITY ? '"' + address + '"' : '"' + address + '-' + coding.token() + '"';
    }

    /**
     * In which coding a client has the page, by its {@code If-None-Match} (RFC 9110, section 13.1.2). Where it has several,
     * or says that it has one without saying which, that is the coding that it would be sent.
     *
     * @param wanted the coding that it would be sent
     */
    Optional<Coding> known(@Nullable String header, Coding wanted) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.strip().equals("*")) {
            return Optional.of(wanted);
        }
        Set<Coding> named = EnumSet.noneOf(Coding.class);
        for (String tag : header.split(",", -1)) {
            String compared = tag.strip();
            String strong = compared.startsWith(WEAK) ? compared.substring(WEAK.length()) : compared;
            for (Coding coding : Coding.values()) {
                if (in(coding).equals(strong)) {
                    named.add(coding);
                }
            }
        }
        return named.contains(wanted) ? Optional.of(wanted) : named.stream().findFirst();
    }
}
