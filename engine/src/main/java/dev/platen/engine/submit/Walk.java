package dev.platen.engine.submit;

import dev.platen.contract.plan.Part;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.render.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final AlternativesWalk alternatives;
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
        this.items = new ItemsWalk(this, posted, pressed, typed, checks);
        this.entries = new EntriesWalk(this, posted, pressed, checks);
        this.alternatives = new AlternativesWalk(this, posted, pressed, checks, shown);
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
            case Part.Alternatives choice -> alternatives.apply(choice, here, around);
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
        boolean isOpened = isSwitched(group.presence()) && pressed.is(Pressed.Kind.OPEN, id);
        if (isClosed(group.presence(), id)) {
            here.put(group.members(), null);
            return;
        }
        Value before = kept(id, here.at(group.members()));
        boolean isFolded = isFolded(group.presence(), before) && !posted.hasWithin(id);
        budget.spend(size(before));
        Draft inner = new Draft(before);
        int enteredBefore = entered;
        if (!isFolded) {
            Around within = around.within(id, group.members());
            children(group, inner, group.members().isEmpty() ? within.beside(around.siblings()) : within);
        }
        Value after = inner.value();
        if (isOpened) {
            changed(id, true);
            enter();
            here.put(group.members(), made(group, after));
        } else {
            here.put(group.members(), object(group, before, after, entered == enteredBefore));
        }
    }

    static boolean isFolded(Part.Presence presence, @Nullable Value before) {
        return presence == Part.Presence.FOLDED && before == null;
    }

    static boolean isSwitched(Part.Presence presence) {
        return presence == Part.Presence.SWITCHED || presence == Part.Presence.FOLDED;
    }

    /** Whether the button that takes the part away was pressed. What is around it stays. */
    boolean isClosed(Part.Presence presence, String id) {
        boolean isClosed = isSwitched(presence) && pressed.is(Pressed.Kind.CLOSE, id);
        if (isClosed) {
            changed(id, true);
            enter();
        }
        return isClosed;
    }

    /** An object that a button made: with what was entered on the page already, else with what it begins with. */
    private Value made(Part.Group group, @Nullable Value after) {
        return after instanceof ObjectValue object && !object.members().isEmpty() ? after : checks.value(group.blank());
    }

    /**
     * What becomes of an object. Nothing entered is no reason for one to appear, or to take the place of another value; one
     * that was emptied goes unless it must be there.
     */
    private static @Nullable Value object(
            Part.Group group, @Nullable Value before, @Nullable Value after, boolean isUntouched) {
        boolean isWanted = group.presence() == Part.Presence.REQUIRED;
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
    @Nullable
    Value kept(String id, @Nullable Value before) {
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
    static int size(@Nullable Value value) {
        return value instanceof ObjectValue object ? object.members().size() / MEMBERS_COPIED_AT_ONCE : 0;
    }

    private static boolean isEmptyObject(@Nullable Value value) {
        return value instanceof ObjectValue object && object.members().isEmpty();
    }

    /** Alternatives drop members that their chosen form does not have, so that parts beside them come after. */
    private void children(Part.Group group, Draft inner, Around within) {
        List<Part> choices = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        for (Part child : group.children()) {
            (child instanceof Part.Alternatives ? choices : others).add(child);
        }
        if (!choices.isEmpty()) {
            Set<String> siblings = new HashSet<>(within.siblings());
            others.forEach(other -> alternatives.addNames(other, siblings));
            choices.forEach(child -> apply(child, inner, within.beside(siblings)));
        }
        others.forEach(child -> apply(child, inner, within));
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
            case Part.Alternatives choice ->
                posted.has(around + choice.id() + choice.suffix())
                        || choice.branches().stream().anyMatch(branch -> isPosted(branch.part(), around + choice.id()));
            case Part.Items list -> posted.hasWithin(around + list.id());
            case Part.Entries members -> posted.hasWithin(around + members.id());
            case Part.Again again -> !again.id().isEmpty() && posted.hasWithin(around + again.id());
            case Part.Leaf leaf -> posted.hasWithin(around + leaf.id());
        };
    }

    private void again(Part.Again again, Draft here, Around around) {
        String id = around.id() + again.id();
        if (isClosed(again.presence(), id)) {
            here.put(again.members(), null);
            return;
        }
        boolean isOpened = pressed.is(Pressed.Kind.OPEN, id);
        if (isOpened) {
            changed(id, true);
        }
        boolean isOpen = posted.hasWithin(id);
        if (isOpen) {
            Draft inner = new Draft(kept(id, here.at(again.members())));
            apply(routines.get(again.routine()), inner, around.within(id, again.members()));
            here.put(again.members(), inner.value());
        }
        if ((isOpen || isOpened) && here.at(again.members()) == null) {
            around.state().open(id);
            boolean isRequired = again.presence() == Part.Presence.REQUIRED;
            here.put(again.members(), isRequired ? checks.value(again.blank()) : null);
        }
    }

    /** A value that an item of a list or an entry can be, where it was emptied. */
    Value empty(Part part) {
        budget.enter();
        Value empty =
                switch (part) {
                    case Part.Group _, Part.Entries _, Part.Either _ -> Json.members(Map.of());
                    case Part.Items _ -> Json.items(List.of());
                    case Part.Again again -> empty(routines.get(again.routine()));
                    case Part.Alternatives choice ->
                        empty(choice.branches().getFirst().part());
                    case Part.Leaf leaf -> leaves.empty(leaf);
                };
        budget.leave();
        return empty;
    }
}
