package dev.platen.standalone.cluster;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may ask a gateway on this machine: the holders of keys, or whoever reaches it. */
public final class Identity {
    private Identity() {}

    /** The settings of the gateway for a file of API keys, or for none. */
    public static Map<String, String> of(@Nullable Path apiKeys) {
        return apiKeys == null
                ? Map.of("platen.identity.open", "true")
                : Map.of(
                        "platen.identity.api-keys-file",
                        apiKeys.toAbsolutePath().toString());
    }
}
