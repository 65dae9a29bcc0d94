package dev.platen.transport;

/** The caches of the cluster; keys and values are bytes in all of them. */
public enum CacheName {
    /** Heads ({@link HeadValue}) and documents, as the log has them. */
    SCHEMAS("schemas"),
    /** Encoded plans by plan digest. */
    PLANS("plans"),
    /** Rendered pages by page key. */
    PAGES("pages"),
    /** Large bodies on their way, by content. */
    DATA("data");

    private final String label;

    CacheName(String label) {
        this.label = label;
    }

    /** The name of the cache in the cluster, and its metric tag. */
    public String label() {
        return label;
    }
}
