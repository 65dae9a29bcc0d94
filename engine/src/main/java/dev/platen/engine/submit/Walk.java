package dev.platen.engine.submit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Part;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.render.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Walks the parts of a form along with the data, so that ids are only ever built, never taken apart. Not thread-safe. */
final class Walk {
    private static final int MEMBERS_COPIED_AT_ONCE = 8;

    private final List<Part> routines;
    private final Posted posted;
    private final Pressed pressed;
    private final Typed typed;
    private final Checks checks;
    private final Budget budget;
    private final Shown shown;
    private final Leaves leaves;
    private final ItemsWalk items;
    private final EntriesWalk entries;
    private int entered;
    private String changed = "";
    private boolean isButtonGone;

    Walk(List<Part> routines, Posted posted, Typed typed, Checks checks, Shown shown, Budget budget) {
        this.routines = routines;
        this.posted = posted;
        this.pressed = Pressed.in(posted);
        this.typed = typed;
        this.checks = checks;
        this.shown = shown;
        this.budget = budget;
        this.leaves = new Leaves(posted, new Files(posted, pressed, this::changed), typed, budget, this::enter);
        this.items = new ItemsWalk(this, posted, pressed, typed);
        this.entries = new EntriesWalk(this, posted, pressed, checks);
    }

    Budget budget() {
        return budget;
    }

    boolean isSubmit() {
        return pressed.kind() == Pressed.Kind.SUBMIT;
    }

    /**
     * Says that the button changed the part of that id.
     *
     * @param isGone whether the button is not on the page any more
     */
    void changed(String id, boolean isGone) {
        changed = id;
        isButtonGone = isGone;
    }

    /** The id of the part that the button changed; empty for none. */
    String changed() {
        return changed;
    }

    boolean isButtonGone() {
        return isButtonGone;
    }

    /** Lets the part change the value that the part around it reads. */
    void apply(Part part, Draft here, Around around) {
        budget.enter();
        switch (part) {
            case Part.Group group -> group(group, here, around);
            case Part.Items list -> here.put(list.members(), items.read(list, here.at(list.members()), around));
            case Part.Entries members -> entries.apply(members, here, around);
            case Part.Alternatives alternatives -> alternatives(alternatives, here, around);
            case Part.Either either -> either(either, here, around);
            case Part.Again again -> again(again, here, around);
            case Part.Leaf leaf ->
                here.put(
                        leaf.members(),
                        leaves.read(leaf, around.id() + leaf.id(), here.at(leaf.members()), around.isItem()));
        }
        budget.leave();
    }

    private void group(Part.Group group, Draft here, Around around) {
        String id = around.id() + group.id();
        if (pressed.is(Pressed.Kind.CLOSE, id)) {
            changed(id, true);
            here.put(group.members(), null);
            return;
        }
        if (pressed.is(Pressed.Kind.OPEN, id)) {
            changed(id, true);
        }
        Value before = kept(id, here.at(group.members()));
        budget.spend(size(before));
        Draft inner = new Draft(before);
        int enteredBefore = entered;
        Around within = around.within(id, group.members());
        children(group, inner, group.members().isEmpty() ? within.beside(around.siblings()) : within);
        here.put(group.members(), object(group, id, before, inner.value(), entered == enteredBefore));
    }

    /**
     * What becomes of an object. Nothing entered is no reason for one to appear, or to take the place of another value; one
     * that was emptied goes unless it must be there.
     */
    private @Nullable Value object(
            Part.Group group, String id, @Nullable Value before, @Nullable Value after, boolean isUntouched) {
        boolean isWanted = group.isRequired() || pressed.is(Pressed.Kind.OPEN, id);
        boolean isOther = before != null && !(before instanceof ObjectValue);
        if (isUntouched
                && (isOther || (before == null && !isWanted && !group.members().isEmpty()))) {
            return before;
        }
        boolean isEmptied = isUntouched && isEmptyObject(after) && !isEmptyObject(before);
        if (isWanted) {
            return after == null ? Json.members(Map.of()) : after;
        }
        return isEmptied ? null : after;
    }

    /** The value that there was, or what the page kept of it. */
    private @Nullable Value kept(String id, @Nullable Value before) {
        return before == null ? posted.first(id + "__kept").flatMap(typed::json).orElse(null) : before;
    }

    /** Notes that there is something in a part: more than what a page shows where nothing was entered. */
    void enter() {
        entered++;
    }

    /** How often that was noted. */
    int entered() {
        return entered;
    }

    /** What copying the value costs. */
    private static int size(@Nullable Value value) {
        return value instanceof ObjectValue object ? object.members().size() / MEMBERS_COPIED_AT_ONCE : 0;
    }

    private static boolean isEmptyObject(@Nullable Value value) {
        return value instanceof ObjectValue object && object.members().isEmpty();
    }

    /** Alternatives drop members that their chosen form does not have, so that parts beside them come after. */
    private void children(Part.Group group, Draft inner, Around within) {
        List<Part> alternatives = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        for (Part child : group.children()) {
            (child instanceof Part.Alternatives ? alternatives : others).add(child);
        }
        if (!alternatives.isEmpty()) {
            Set<String> siblings = new HashSet<>(within.siblings());
            others.forEach(other -> addNames(other, siblings));
            alternatives.forEach(child -> apply(child, inner, within.beside(siblings)));
        }
        others.forEach(child -> apply(child, inner, within));
    }

    private void alternatives(Part.Alternatives alternatives, Draft here, Around around) {
        String id = around.id() + alternatives.id();
        List<Part.Branch> branches = alternatives.branches();
        Value before = kept(id, here.at(alternatives.members()));
        budget.spend(branches.size() + size(before));
        Around within = around.within(id, alternatives.members());
        Optional<Integer> choice =
                posted.first(id + alternatives.suffix()).flatMap(text -> index(text, branches.size()));
        int chosen = choice.orElseGet(() -> picked(branches, within));
        Part.Branch branch = branches.get(chosen);
        Draft inner = new Draft(before);
        choice.ifPresent(index -> {
            around.state().choose(id + alternatives.suffix(), index);
            dropOthers(branches, branch, inner, around.siblings());
        });
        apply(branch.part(), inner, within);
        if (pressed.is(Pressed.Kind.CHOOSE, id)) {
            changed(id, false);
            begin(branch, inner, around.siblings());
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
        return shown.picked(fits, around.place()).orElseThrow(budget::exceeded);
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
        Value blank =
                branch.blank().isEmpty() ? null : typed.json(branch.blank()).orElse(null);
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

    private void either(Part.Either either, Draft here, Around around) {
        boolean isThen = either.then().stream().anyMatch(part -> isPosted(part, around.id()));
        boolean isOtherwise = either.otherwise().stream().anyMatch(part -> isPosted(part, around.id()));
        if (!isThen && !isOtherwise) {
            // parts of which nothing is posted leave no trace: what the page was made from tells which were there
            isThen = shown.held(either.condition(), around.place()).orElseThrow(budget::exceeded);
            isOtherwise = !isThen;
        }
        if (isThen) {
            either.then().forEach(part -> apply(part, here, around));
        }
        if (isOtherwise) {
            either.otherwise().forEach(part -> apply(part, here, around));
        }
    }

    private boolean isPosted(Part part, String around) {
        budget.step();
        return switch (part) {
            case Part.Group group -> group.children().stream().anyMatch(child -> isPosted(child, around + group.id()));
            case Part.Either either ->
                either.then().stream().anyMatch(child -> isPosted(child, around))
                        || either.otherwise().stream().anyMatch(child -> isPosted(child, around));
            case Part.Alternatives alternatives ->
                posted.has(around + alternatives.id() + alternatives.suffix())
                        || alternatives.branches().stream()
                                .anyMatch(branch -> isPosted(branch.part(), around + alternatives.id()));
            case Part.Items list -> posted.hasWithin(around + list.id());
            case Part.Entries members -> posted.hasWithin(around + members.id());
            case Part.Again again -> !again.id().isEmpty() && posted.hasWithin(around + again.id());
            case Part.Leaf leaf -> posted.hasWithin(around + leaf.id());
        };
    }

    private void again(Part.Again again, Draft here, Around around) {
        String id = around.id() + again.id();
        if (pressed.is(Pressed.Kind.CLOSE, id)) {
            changed(id, true);
            here.put(again.members(), null);
            return;
        }
        if (pressed.is(Pressed.Kind.OPEN, id)) {
            changed(id, true);
        }
        boolean isOpen = posted.hasWithin(id);
        if (isOpen) {
            Draft inner = new Draft(kept(id, here.at(again.members())));
            apply(routines.get(again.routine()), inner, around.within(id, again.members()));
            here.put(again.members(), inner.value());
        }
        if ((isOpen || pressed.is(Pressed.Kind.OPEN, id)) && here.at(again.members()) == null) {
            around.state().open(id);
            here.put(again.members(), again.isRequired() ? blank(again) : null);
        }
    }

    /** A value that an item of a list can be, where nothing was entered. */
    Value blank(Part part) {
        budget.enter();
        Value blank =
                switch (part) {
                    case Part.Group group -> Json.members(Map.of());
                    case Part.Entries members -> Json.members(Map.of());
                    case Part.Items list -> Json.items(List.of());
                    case Part.Either either -> Json.members(Map.of());
                    case Part.Again again -> blank(routines.get(again.routine()));
                    case Part.Alternatives alternatives ->
                        blank(alternatives.branches().getFirst());
                    case Part.Leaf leaf -> leaves.blank(leaf);
                };
        budget.leave();
        return blank;
    }

    private Value blank(Part.Branch branch) {
        return branch.blank().isEmpty()
                ? blank(branch.part())
                : typed.json(branch.blank()).orElseGet(() -> blank(branch.part()));
    }

    /** Adds the members of the value around it that the part reads. */
    private void addNames(Part part, Set<String> names) {
        budget.step();
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
