package dev.platen.contract.plan;

/** The version of what the engine writes; a field of every page's content address. */
public final class EngineVersion {
    /** Raised whenever the same plan and data give other bytes than before. */
    public static final String CURRENT = "2";

    private EngineVersion() {}
}
