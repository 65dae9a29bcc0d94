package dev.platen.engine.component;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Findings;

/**
 * What there is once for a page, whichever documents it is made of.
 *
 * @param form the form
 * @param room how much it may grow
 * @param anchors ids that are taken
 * @param registered components of other documents
 * @param limits bounds of every document
 */
record PageParts(PageForm form, Room room, Anchors anchors, Registered registered, Limits limits) {
    static PageParts of(PageForm form, Registered registered, Limits limits, Findings findings) {
        return new PageParts(form, new Room(limits, findings), new Anchors(findings), registered, limits);
    }
}
