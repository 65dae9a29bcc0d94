package dev.platen.contract.plan;

import dev.platen.contract.plan.PlanDecoded.Decoded;
import dev.platen.contract.plan.PlanDecoded.Unreadable;

/**
 * The bytes of a plan: a four-byte name, a version, then the parts of {@link Plan} in order, each list preceded by its
 * length; numbers are variable-length. The same plan always has the same bytes.
 */
public final class PlanCodec {
    static final int MAGIC = 0x504c544e;
    static final int VERSION = 1;

    private PlanCodec() {}

    /** The bytes of the plan. */
    public static byte[] encode(Plan plan) {
        PlanWriter writer = new PlanWriter();
        writer.fixed(MAGIC);
        writer.number(VERSION);
        writer.text(plan.title());
        writer.bytes(plan.defaultData());
        writer.bytes(plan.segments());
        writer.numbers(plan.code());
        writer.list(plan.shapes(), writer::shape);
        writer.list(plan.scopes(), writer::scope);
        writer.list(plan.choices(), writer::choice);
        return writer.toBytes();
    }

    /**
     * Reads a plan. Whatever the bytes are, this takes time and memory in proportion to their number, and a plan that is
     * returned can be executed: no instruction leads outside of it.
     */
    public static PlanDecoded decode(byte[] bytes) {
        try {
            Plan plan = read(new PlanReader(bytes));
            PlanVerifier.verify(plan);
            return new Decoded(plan);
        } catch (UnreadablePlan unreadable) {
            return new Unreadable(unreadable.reason());
        }
    }

    private static Plan read(PlanReader reader) throws UnreadablePlan {
        if (reader.fixed() != MAGIC) {
            throw new UnreadablePlan("a plan begins with PLTN, these bytes do not");
        }
        int version = reader.number();
        if (version != VERSION) {
            throw new UnreadablePlan("plans of version %d are read, found version %d".formatted(VERSION, version));
        }
        Plan plan = new Plan(
                reader.text(),
                reader.bytes(),
                reader.bytes(),
                reader.numbers(),
                reader.list(reader::shape),
                reader.list(reader::scope),
                reader.list(reader::choice));
        reader.end();
        return plan;
    }
}
