package dev.platen.contract.plan;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.DocumentVersion;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.plan.PlanDecoded.Decoded;
import dev.platen.contract.plan.PlanDecoded.Unreadable;

/**
 * The bytes of a plan: a four-byte name, a version, then the parts of {@link Plan} in order, each list preceded by its
 * length; numbers are variable-length. The same plan always has the same bytes.
 */
public final class PlanCodec {
    static final int MAGIC = 0x504c544e;
    static final int VERSION = 2;

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
        writer.list(plan.routines(), writer::number);
        writer.list(plan.names().names(), writer::text);
        writer.list(plan.choices(), writer::choice);
        RuleWriter rules = new RuleWriter(writer);
        writer.list(plan.expressions(), rules::expression);
        writer.list(plan.alternatives(), alternatives -> {
            writer.list(alternatives.fits(), rules::check);
            writer.number(alternatives.initial());
        });
        writer.list(plan.checks(), rules::check);
        writer.list(plan.entries(), writer::entries);
        writer.list(plan.messages(), writer::message);
        new PartWriter(writer, rules).parts(plan.parts());
        writer.list(plan.documents(), document -> {
            writer.text(document.name().value());
            writer.text(document.digest().hex());
        });
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
            throw new UnreadablePlan("plans of version %s are read, found version %s".formatted(VERSION, version));
        }
        RuleReader rules = new RuleReader(reader);
        Plan plan = new Plan(
                reader.text(),
                reader.bytes(),
                reader.bytes(),
                reader.numbers(),
                reader.list(reader::number),
                reader.names(),
                reader.list(reader::choice),
                reader.list(rules::expression),
                reader.list(() -> new Plan.Alternatives(reader.list(rules::check), reader.number())),
                reader.list(rules::check),
                reader.list(reader::entries),
                reader.list(reader::message),
                new PartReader(reader, rules).parts(),
                reader.list(() -> document(reader)));
        reader.end();
        return plan;
    }

    private static DocumentVersion document(PlanReader reader) throws UnreadablePlan {
        String name = reader.text();
        String digest = reader.text();
        if (!SchemaName.isValid(name) || !Digest.isValid(digest)) {
            throw new UnreadablePlan("a plan names the documents that it is made of by name and digest");
        }
        return new DocumentVersion(new SchemaName(name), new Digest(digest));
    }
}
