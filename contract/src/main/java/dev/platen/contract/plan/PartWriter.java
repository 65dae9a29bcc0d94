package dev.platen.contract.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how posted pages are read: a number for the kind of each part, then what it consists of. */
record PartWriter(PlanWriter out, RuleWriter rules) {
    /** The numbers of the format are the positions in these. */
    static final List<Part.Input> INPUTS = List.of(Part.Input.values());

    static final List<Check.Kind> KINDS = List.of(Check.Kind.values());

    static final List<Part.Presence> PRESENCES = List.of(Part.Presence.values());

    void parts(Parts parts) {
        part(parts.root());
        out.list(parts.routines(), this::part);
    }

    private void part(Part part) {
        switch (part) {
            case Part.Group group -> {
                spot(0, group.members(), group.id());
                presence(group.presence());
                rules.constant(group.blank());
                out.list(group.children(), this::part);
            }
            case Part.Items items -> {
                spot(1, items.members(), items.id());
                items(items);
            }
            case Part.Entries entries -> {
                spot(2, entries.members(), entries.id());
                entries(entries);
            }
            case Part.Alternatives alternatives -> {
                spot(3, alternatives.members(), alternatives.id());
                presence(alternatives.presence());
                out.text(alternatives.suffix());
                out.list(alternatives.branches(), this::branch);
            }
            case Part.Either either -> {
                out.number(4);
                rules.expression(either.condition());
                out.list(either.then(), this::part);
                out.list(either.otherwise(), this::part);
            }
            case Part.Again again -> {
                spot(5, again.members(), again.id());
                presence(again.presence());
                out.number(again.routine());
                rules.constant(again.blank());
            }
            case Part.Leaf leaf -> {
                spot(6, leaf.members(), leaf.id());
                leaf(leaf);
            }
        }
    }

    private void spot(int kind, List<String> members, String id) {
        out.number(kind);
        out.list(members, out::text);
        out.text(id);
    }

    private void flag(boolean value) {
        out.number(value ? 1 : 0);
    }

    private void presence(Part.Presence presence) {
        out.number(PRESENCES.indexOf(presence));
    }

    private void items(Part.Items items) {
        flag(items.isRequired());
        out.list(items.fixed(), this::part);
        out.list(list(items.item()), this::part);
        rules.constant(items.blank());
        flag(items.hasInitial());
        flag(items.canAdd());
        flag(items.canRemove());
        flag(items.canMove());
        flag(items.canCopy());
        out.number(items.most());
    }

    private void entries(Part.Entries entries) {
        out.list(entries.known(), out::text);
        out.list(entries.names(), out::text);
        out.list(entries.kinds(), this::kind);
        flag(entries.canAdd());
        flag(entries.canRemove());
    }

    private void kind(Part.Kind kind) {
        out.text(kind.pattern());
        part(kind.part());
        rules.constant(kind.blank());
    }

    private void branch(Part.Branch branch) {
        rules.check(branch.fits());
        part(branch.part());
        out.list(list(branch.blank()), rules::constant);
    }

    private void leaf(Part.Leaf leaf) {
        flag(leaf.isRequired());
        flag(leaf.isFixed());
        out.number(INPUTS.indexOf(leaf.input()));
        out.list(leaf.options(), this::offer);
        out.list(leaf.initial(), this::offer);
        out.list(leaf.kinds(), kind -> out.number(KINDS.indexOf(kind)));
        out.list(list(leaf.empty()), this::offer);
    }

    private void offer(Part.Offer offer) {
        out.option(new Option(offer.type(), offer.text()));
    }

    private static <T> List<T> list(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }
}
