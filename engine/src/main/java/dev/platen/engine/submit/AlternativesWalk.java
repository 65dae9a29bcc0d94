package dev.platen.engine.submit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Part;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.render.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads values of several forms, and changes from one form to another. */
final class AlternativesWalk {
    private final Walk walk;
    private final Posted posted;
    private final Pressed pressed;
    private final Checks checks;
    private final Shown shown;

    AlternativesWalk(Walk walk, Posted posted, Pressed pressed, Checks checks, Shown shown) {
        this.walk = walk;
        this.posted = posted;
        this.pressed = pressed;
        this.checks = checks;
        this.shown = shown;
    }

    void apply(Part.Alternatives alternatives, Draft here, Around around) {
        String id = around.id() + alternatives.id();
        List<Part.Branch> branches = alternatives.branches();
        Value before = walk.kept(id, here.at(alternatives.members()));
        walk.budget().spend(branches.size() + Walk.size(before));
        Around within = around.within(id, alternatives.members());
        if (walk.isClosed(alternatives.presence(), id)) {
            here.put(alternatives.members(), null);
            return;
        }
        boolean isOpened = Walk.isSwitched(alternatives.presence()) && pressed.is(Pressed.Kind.OPEN, id);
        if (Walk.isFolded(alternatives.presence(), before) && !posted.hasWithin(id) && !isOpened) {
            return;
        }
        Optional<Integer> choice =
                posted.first(id + alternatives.suffix()).flatMap(text -> index(text, branches.size()));
        int chosen = choice.orElseGet(() -> picked(branches, within));
        Part.Branch branch = branches.get(chosen);
        Draft inner = new Draft(before);
        choice.ifPresent(index -> {
            around.state().choose(id + alternatives.suffix(), index);
            dropOthers(branches, branch, inner, around.siblings());
        });
        walk.apply(branch.part(), inner, within);
        if (pressed.is(Pressed.Kind.CHOOSE, id)) {
            walk.changed(id, false);
            begin(branch, inner, around.siblings());
        }
        if (isOpened) {
            walk.changed(id, true);
            walk.enter();
            begin(branch, inner, around.siblings());
            if (inner.value() == null) {
                inner.put(List.of(), walk.empty(branch.part()));
            }
        }
        here.put(alternatives.members(), inner.value());
    }

    private static Optional<Integer> index(String text, int count) {
        return IntStream.range(0, count)
                .boxed()
                .filter(index -> Integer.toString(index).equals(text))
                .findFirst();
    }

    private int picked(List<Part.Branch> branches, Around around) {
        List<Check> fits = branches.stream().map(Part.Branch::fits).toList();
        return shown.picked(fits, around.place()).orElseThrow(walk.budget()::exceeded);
    }

    private void dropOthers(List<Part.Branch> branches, Part.Branch chosen, Draft inner, Set<String> siblings) {
        Set<String> kept = new HashSet<>(siblings);
        addNames(chosen.part(), kept);
        Set<String> known = new HashSet<>();
        branches.forEach(branch -> addNames(branch.part(), known));
        if (inner.value() instanceof ObjectValue) {
            known.stream().filter(name -> !kept.contains(name)).forEach(name -> inner.put(List.of(name), null));
        }
    }

    /** Keeps what values of the form can have, adds what they begin with. */
    private void begin(Part.Branch branch, Draft inner, Set<String> siblings) {
        Set<String> names = new HashSet<>();
        addNames(branch.part(), names);
        names.removeAll(siblings);
        Value value = inner.value();
        if (value instanceof ObjectValue object && !names.isEmpty()) {
            names.forEach(name -> keep(branch, inner, name, object.members().get(name)));
        } else if (value != null && (!names.isEmpty() || !checks.holds(branch.fits(), value))) {
            inner.put(List.of(), null);
        }
        Value blank = branch.blank() == null ? null : checks.value(branch.blank());
        Value kept = inner.value();
        if (kept == null) {
            inner.put(List.of(), blank);
        } else if (kept instanceof ObjectValue object && blank instanceof ObjectValue added) {
            added.members().forEach((name, member) -> {
                if (!object.members().containsKey(name)) {
                    inner.put(List.of(name), member);
                }
            });
        }
    }

    private void keep(Part.Branch branch, Draft inner, String name, @Nullable Value member) {
        boolean isAccepted = member == null
                || checks.ofMember(branch.fits(), name)
                        .map(check -> checks.holds(check, member))
                        .orElse(true);
        if (!isAccepted) {
            inner.put(List.of(name), null);
        }
    }

    /** Adds the members of the value around it that the part reads. */
    void addNames(Part part, Set<String> names) {
        walk.budget().step();
        switch (part) {
            case Part.Group group -> addNames(group.members(), group.children(), names);
            case Part.Alternatives alternatives ->
                addNames(
                        alternatives.members(),
                        alternatives.branches().stream().map(Part.Branch::part).toList(),
                        names);
            case Part.Either either -> {
                addNames(List.of(), either.then(), names);
                addNames(List.of(), either.otherwise(), names);
            }
            case Part.Items list -> addNames(list.members(), List.of(), names);
            case Part.Entries members -> addNames(members.members(), List.of(), names);
            case Part.Again again -> addNames(again.members(), List.of(), names);
            case Part.Leaf leaf -> addNames(leaf.members(), List.of(), names);
        }
    }

    private void addNames(List<String> members, List<Part> children, Set<String> names) {
        if (members.isEmpty()) {
            children.forEach(child -> addNames(child, names));
        } else {
            names.add(members.getFirst());
        }
    }
}
