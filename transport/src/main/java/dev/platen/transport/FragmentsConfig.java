package dev.platen.transport;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of parts of pages that are fetched later. */
@ConfigMapping(prefix = "platen.fragments")
public interface FragmentsConfig {
    /**
     * The secret, at least 32 random characters, with which renderers sign the addresses of late parts and gateways
     * verify them; the same for all of them. Unset: pages that were made of data that somebody sent have no late parts,
     * everything is shown at once.
     */
    Optional<String> key();
}
