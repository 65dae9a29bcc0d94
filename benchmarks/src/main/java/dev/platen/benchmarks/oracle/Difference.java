package dev.platen.benchmarks.oracle;

/**
 * One point about one field on which two pages disagree.
 *
 * @param document whose page it is
 * @param path of the field
 * @param kind of the field
 * @param attribute what they disagree about
 * @param theirs what the peer shows
 * @param ours what Platen shows
 */
public record Difference(String document, String path, String kind, String attribute, String theirs, String ours) {
    /** Differences with one name are likely to have one reason. */
    public String cause() {
        return switch (attribute) {
            case "missing", "extra" -> "%s %s".formatted(attribute, kind);
            case "kind", "required", "disabled", "readonly", "errors" ->
                "%s: theirs %s, ours %s".formatted(attribute, theirs, ours);
            default -> "%s of %s".formatted(attribute, kind);
        };
    }
}
