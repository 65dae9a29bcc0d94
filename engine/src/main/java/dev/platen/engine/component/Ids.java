package dev.platen.engine.component;

/** Ids that authors give. */
final class Ids {
    private Ids() {}

    static boolean isId(String id) {
        return id.matches("[A-Za-z][A-Za-z0-9_-]{0,63}");
    }
}
