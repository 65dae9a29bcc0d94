package dev.platen.engine.emit;

import dev.platen.contract.plan.Op;
import dev.platen.engine.ir.Spot;

/** For parts that are written only where data has nothing for them. */
final class NoSlots implements Slots {
    static final Slots INSTANCE = new NoSlots();

    private NoSlots() {}

    @Override
    public int leaf(Spot spot) {
        return Op.NO_SLOT;
    }

    @Override
    public int list(Spot spot, int scope) {
        return Op.NO_SLOT;
    }

    @Override
    public int call(Spot spot, int scope) {
        return Op.NO_SLOT;
    }

    @Override
    public Slots object(Spot spot) {
        return this;
    }
}
