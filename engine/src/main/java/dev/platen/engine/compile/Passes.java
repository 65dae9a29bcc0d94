package dev.platen.engine.compile;

import dev.platen.engine.ir.Form;

/** The passes over the form, in order: each takes a form and gives one that shows the same. */
final class Passes {
    private Passes() {}

    static Form reduced(Form form, Journal journal) {
        Folded.Result folded = Folded.of(form);
        journal.did("fold", () -> Effects.folded(folded));
        WithoutDeadParts.Result alive = WithoutDeadParts.of(folded.form());
        journal.did("drop dead", () -> Effects.dropped(folded.form(), alive));
        Form filled = WithoutEmptyParts.of(alive.form());
        journal.did("drop empty", () -> Effects.parts(alive.form(), filled));
        Form used = WithoutUnusedRoutines.of(filled);
        journal.did("drop unused", () -> Effects.routines(filled, used));
        Form distinct = DistinctIds.of(used);
        journal.did("tell ids apart", () -> Effects.toldApart(distinct));
        return distinct;
    }
}
