package dev.platen.contract.topic;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import java.nio.charset.StandardCharsets;

/** Keys of Kafka records and of the cache entries that mirror them. Names cannot hold a slash, so keys cannot collide. */
public final class RecordKeys {
    private RecordKeys() {}

    /** {@code tenant/name}: the head of a schema, and what orders everything about it. */
    public static String head(TenantId tenant, SchemaName name) {
        return tenant.value() + "/" + name.value();
    }

    /** {@code tenant/name/plan}: the newest plan of the version that is the head. No digest reads like that. */
    public static String renewal(TenantId tenant, SchemaName name) {
        return head(tenant, name) + "/plan";
    }

    /** {@code tenant/name/digest}: one version of a schema. */
    public static String source(TenantId tenant, SchemaName name, Digest digest) {
        return head(tenant, name) + "/" + digest.hex();
    }

    /**
     * {@code tag/page}: one rendered page in the cache.
     *
     * @param tag what pages are purged by: the head key of their schema
     */
    public static String page(String tag, Digest page) {
        return tag + "/" + page.hex();
    }

    /** {@code tenant/digest}: data, or another long body, in the cache. Of one tenant: what somebody else left is not found. */
    public static String data(TenantId tenant, Digest data) {
        return tenant.value() + "/" + data.hex();
    }

    /**
     * The partition of a key: the same on every service, so that all records about one schema share one order.
     *
     * @param key the head key, also for records whose own key is longer
     * @param partitions number of partitions of the topic, at least 1
     */
    public static int partition(String key, int partitions) {
        int hash = 0x811c9dc5; // FNV-1a, 32 bit: stable across JVMs and versions, unlike a partitioner's default
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        return Math.floorMod(hash ^ (hash >>> 16), partitions);
    }
}
