package dev.platen.contract.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PartWriter} writes, no deeper than it is sane to nest. */
final class PartReader {
    static final int MAX_NESTING = 512;

    private final PlanReader in;
    private final RuleReader rules;
    private int nesting;

    PartReader(PlanReader in, RuleReader rules) {
        this.in = in;
        this.rules = rules;
    }

    Parts parts() throws UnreadablePlan {
        return new Parts(part(), in.list(this::part));
    }

    private Part part() throws UnreadablePlan {
        if (++nesting > MAX_NESTING) {
            throw new UnreadablePlan("parts are nested at most %s deep".formatted(MAX_NESTING));
        }
        int kind = in.number();
        Part part = kind == 4 ? either() : part(kind, in.list(in::text), in.text());
        nesting--;
        return part;
    }

    private Part part(int kind, List<String> members, String id) throws UnreadablePlan {
        return switch (kind) {
            case 0 -> new Part.Group(members, id, presence(), rules.constant(), in.list(this::part));
            case 1 ->
                new Part.Items(
                        members,
                        id,
                        flag(),
                        in.list(this::part),
                        first(in.list(this::part)),
                        rules.constant(),
                        flag(),
                        flag(),
                        flag(),
                        flag(),
                        flag(),
                        in.number());
            case 2 ->
                new Part.Entries(
                        members, id, in.list(in::text), in.list(in::text), in.list(this::kind), flag(), flag());
            case 3 -> new Part.Alternatives(members, id, presence(), in.text(), in.list(this::branch));
            case 5 -> new Part.Again(members, id, presence(), in.number(), rules.constant());
            case 6 -> leaf(members, id);
            default -> throw new UnreadablePlan("a part is of an unknown kind");
        };
    }

    private Part either() throws UnreadablePlan {
        return new Part.Either(rules.expression(), in.list(this::part), in.list(this::part));
    }

    private Part.Presence presence() throws UnreadablePlan {
        return in.constant(PartWriter.PRESENCES);
    }

    private Part.Kind kind() throws UnreadablePlan {
        return new Part.Kind(in.text(), part(), rules.constant());
    }

    private Part.Branch branch() throws UnreadablePlan {
        return new Part.Branch(rules.check(), part(), first(in.list(rules::constant)));
    }

    private Part leaf(List<String> members, String id) throws UnreadablePlan {
        return new Part.Leaf(
                members,
                id,
                flag(),
                flag(),
                in.constant(PartWriter.INPUTS),
                in.list(this::offer),
                in.list(this::offer),
                in.list(() -> in.constant(PartWriter.KINDS)),
                first(in.list(this::offer)));
    }

    private Part.Offer offer() throws UnreadablePlan {
        Option option = in.option();
        return new Part.Offer(option.type(), option.value());
    }

    private boolean flag() throws UnreadablePlan {
        return in.number() == 1;
    }

    private static <T> @Nullable T first(List<T> values) {
        return values.isEmpty() ? null : values.getFirst();
    }
}
