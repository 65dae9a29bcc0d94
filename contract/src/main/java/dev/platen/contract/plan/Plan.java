package dev.platen.contract.plan;

import java.util.List;

/**
 * A compiled document. Immutable: nobody may write to its arrays. A plan is executed as it is, so one from elsewhere goes
 * through {@link PlanCodec}, which refuses whatever could not be executed.
 *
 * @param title title of the page, for people
 * @param defaultData JSON that is rendered where no data is given
 * @param segments UTF-8 of all that is known beforehand
 * @param code instructions, see {@link Op}
 * @param shapes the objects that are read
 * @param scopes the frames that are read into; the first is the page
 * @param choices the options among which values are looked up
 */
public record Plan(
        String title,
        byte[] defaultData,
        byte[] segments,
        int[] code,
        List<Shape> shapes,
        List<Scope> scopes,
        List<Choice> choices) {
    /** Keeps copies of the lists. */
    public Plan {
        shapes = List.copyOf(shapes);
        scopes = List.copyOf(scopes);
        choices = List.copyOf(choices);
    }
}
