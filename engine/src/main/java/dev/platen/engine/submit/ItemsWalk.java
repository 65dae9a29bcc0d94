package dev.platen.engine.submit;

import dev.platen.contract.plan.Part;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.render.Shown.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads lists, and does what their buttons say. */
final class ItemsWalk {
    /** Digits of the largest index that is read: more items than any form can have. */
    private static final int MAX_DIGITS = 7;

    /** Steps that an item costs beside those of its parts, so that their number stays bounded. */
    private static final int ITEM_COST = 25;

    private final Walk walk;
    private final Posted posted;
    private final Pressed pressed;
    private final Typed typed;
    private final Checks checks;

    ItemsWalk(Walk walk, Posted posted, Pressed pressed, Typed typed, Checks checks) {
        this.walk = walk;
        this.posted = posted;
        this.pressed = pressed;
        this.typed = typed;
        this.checks = checks;
    }

    /** The new list, null for none. */
    @Nullable
    Value read(Part.Items part, @Nullable Value before, Around around) {
        String id = around.id() + part.id();
        List<Value> old = before instanceof ArrayValue array ? array.items() : List.of();
        Optional<Integer> count = posted.first(id + "__items").flatMap(ItemsWalk::index);
        boolean isSettled = !part.canAdd() && !part.canRemove() && !old.isEmpty() && !around.isItem();
        Unseen unseen = isSettled ? unseen(id).of(old) : unseen(id);
        int end = isSettled
                ? old.size() - unseen.after().size()
                : Math.max(part.fixed().size(), end(id, count, unseen));
        List<Item> items = items(part, id, old, unseen, end, around);
        int shown = items.size() - unseen.before().size() - unseen.after().size();
        if (!pressed.is(Pressed.Kind.ADD, id)) {
            trim(part, Math.max(old.size(), count.orElse(0)), items);
        }
        boolean isTouched = press(part, id, items);
        if (isTouched) {
            boolean isLastGone = pressed.is(Pressed.Kind.REMOVE, id + "_" + items.size());
            walk.changed(id, isLastGone || (pressed.is(Pressed.Kind.ADD, id) && isFull(part, items)));
        }
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            around.state().addMoved(item.state(), item.id(), id + "_" + i);
        }
        page(id, unseen.before().size(), shown, items.size(), around.state());
        boolean isOther = before != null && !(before instanceof ArrayValue) && !isTouched && items.isEmpty();
        return isOther ? before : list(part, items, before != null || count.isPresent() || isTouched);
    }

    private @Nullable Value list(Part.Items part, List<Item> items, boolean isThere) {
        if (isThere || !items.isEmpty()) {
            walk.enter();
        } else if (!part.isRequired() && !part.hasInitial()) {
            return null;
        }
        return Json.items(items.stream().map(Item::value).toList());
    }

    private List<Item> items(Part.Items part, String id, List<Value> old, Unseen unseen, int end, Around around) {
        List<Item> items = new ArrayList<>();
        unseen.before().forEach(value -> items.add(Item.unseen(value, id + "_" + items.size())));
        Place list = around.place().at(part.members());
        for (int i = items.size(); i < end && (i < part.fixed().size() || part.item() != null); i++) {
            items.add(item(part, id, i, i < old.size() ? old.get(i) : null, around, list));
        }
        unseen.after().forEach(value -> items.add(Item.unseen(value, id + "_" + items.size())));
        return items;
    }

    /** Places of a tuple behind its items are on the page, but only what is entered there makes them items. */
    private static void trim(Part.Items part, int old, List<Item> items) {
        while (items.size() > old
                && items.size() <= part.fixed().size()
                && !items.getLast().isEntered()) {
            items.removeLast();
        }
    }

    private Unseen unseen(String id) {
        return new Unseen(carried(id + "__before"), carried(id + "__after"));
    }

    /** Items that are not on the page, as JSON. */
    private List<Value> carried(String name) {
        return posted.first(name).flatMap(typed::json).orElse(null) instanceof ArrayValue array
                ? array.items()
                : List.of();
    }

    /**
     * Index after the last item on the page. The page says how many the list has; without that, the last of which anything
     * was posted counts.
     */
    private int end(String id, Optional<Integer> count, Unseen unseen) {
        if (count.isPresent()) {
            return count.get() - unseen.after().size();
        }
        int first = unseen.before().size();
        String prefix = id + "_";
        int end = first;
        for (String name : posted.names(prefix)) {
            walk.budget().step();
            int at = prefix.length();
            while (at < name.length() && Character.digit(name.charAt(at), 10) >= 0) {
                at++;
            }
            boolean isItem = at == name.length() || name.charAt(at) == '_' || name.charAt(at) == '-';
            if (isItem) {
                end = Math.max(
                        end,
                        index(name.substring(prefix.length(), at))
                                .map(index -> index + 1)
                                .orElse(0));
            }
        }
        return end;
    }

    private static Optional<Integer> index(String digits) {
        boolean isIndex = digits.length() <= MAX_DIGITS && digits.matches("0|[1-9][0-9]*");
        return isIndex ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private Item item(Part.Items list, String id, int index, @Nullable Value before, Around around, Place place) {
        walk.budget().spend(ITEM_COST);
        boolean isFixed = index < list.fixed().size();
        Part part = isFixed || list.item() == null ? list.fixed().get(index) : list.item();
        String itemId = id + "_" + index;
        StateDraft state = new StateDraft();
        Draft draft = new Draft(before);
        int entered = walk.entered();
        walk.apply(part, draft, around.item(isFixed ? id : itemId, place.item(index, isFixed), state));
        Value value = draft.value();
        return new Item(value == null ? walk.empty(part) : value, itemId, walk.entered() > entered, state);
    }

    private boolean press(Part.Items part, String id, List<Item> items) {
        if (pressed.is(Pressed.Kind.ADD, id)) {
            if (part.item() == null || !part.canAdd() || isFull(part, items)) {
                return false;
            }
            items.add(new Item(checks.value(part.blank()), id + "_" + items.size(), true, new StateDraft()));
            return true;
        }
        if (!pressed.target().startsWith(id + "_")) {
            return false;
        }
        Optional<Integer> found = index(pressed.target().substring(id.length() + 1))
                .filter(index -> index >= part.fixed().size() && index < items.size());
        return found.isPresent() && press(part, items, found.get());
    }

    private boolean press(Part.Items part, List<Item> items, int index) {
        switch (pressed.kind()) {
            case REMOVE -> {
                if (part.canRemove()) {
                    items.remove(index);
                }
            }
            case COPY -> {
                if (part.canCopy() && !isFull(part, items)) {
                    items.add(index + 1, items.get(index));
                }
            }
            case UP -> swap(part, items, index, index - 1);
            case DOWN -> swap(part, items, index, index + 1);
            case ADD, CLEAR, OPEN, CLOSE, CHOOSE, PAGE, SUBMIT -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isFull(Part.Items part, List<Item> items) {
        return part.most() != 0 && items.size() >= part.most();
    }

    private static void swap(Part.Items part, List<Item> items, int index, int other) {
        if (part.canMove() && other >= part.fixed().size() && other < items.size()) {
            Collections.swap(items, index, other);
        }
    }

    /** Turns to the page that is asked for, or to that of the item that was added; a number behind the last page will do. */
    private void page(String id, int before, int shown, int count, StateDraft state) {
        Optional<Integer> current = posted.first(id + "__page").flatMap(ItemsWalk::index);
        String target = pressed.kind() == Pressed.Kind.PAGE ? pressed.target() : "";
        if (pressed.is(Pressed.Kind.ADD, id)) {
            state.turnTo(id, count);
        } else if (target.startsWith(id + ".")) {
            walk.changed(id, false);
            index(target.substring(id.length() + 1)).or(() -> current).ifPresent(page -> state.turnTo(id, page));
        } else {
            int last = before + shown - 1;
            current.ifPresent(page -> state.turnTo(id, page + turned(id, before, last, count)));
        }
    }

    /** An item that leaves the page takes its reader along. */
    private int turned(String id, int first, int last, int count) {
        if (pressed.is(Pressed.Kind.UP, id + "_" + first) && first > 0) {
            return -1;
        }
        boolean isMoved = pressed.is(Pressed.Kind.DOWN, id + "_" + last) && last + 1 < count;
        return isMoved || pressed.is(Pressed.Kind.COPY, id + "_" + last) ? 1 : 0;
    }

    /** Items that are on other pages. */
    private record Unseen(List<Value> before, List<Value> after) {
        /** As many of a list that nobody can change, whatever was posted of them. */
        Unseen of(List<Value> list) {
            int last = Math.min(after.size(), list.size());
            int first = Math.min(before.size(), list.size() - last);
            return new Unseen(list.subList(0, first), list.subList(list.size() - last, list.size()));
        }
    }

    /**
     * An item on its way to its place.
     *
     * @param id that it has on the page that was posted
     * @param isEntered whether there was or is something in it
     */
    private record Item(Value value, String id, boolean isEntered, StateDraft state) {
        static Item unseen(Value value, String id) {
            return new Item(value, id, true, new StateDraft());
        }
    }
}
