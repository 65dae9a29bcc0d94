package dev.platen.engine.emit;

import dev.platen.engine.ir.Spot;

/** Where the parts of a form find their values: resolves data paths to slots, once for each part. */
interface Slots {
    /** The slot of a single value. */
    int leaf(Spot spot);

    /** The slot of a list whose items have this scope. */
    int list(Spot spot, int scope);

    /** The slot of a value that the routine of this scope reads. */
    int call(Spot spot, int scope);

    /** The slots of the members of an object. */
    Slots object(Spot spot);
}
