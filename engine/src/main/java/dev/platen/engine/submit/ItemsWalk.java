package dev.platen.engine.submit;

import dev.platen.contract.plan.Part;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
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

    ItemsWalk(Walk walk, Posted posted, Pressed pressed, Typed typed) {
        this.walk = walk;
        this.posted = posted;
        this.pressed = pressed;
        this.typed = typed;
    }

    /** The new list, null for none. */
    @Nullable
    Value read(Part.Items part, @Nullable Value before, Around around) {
        String id = around.id() + part.id();
        List<Value> old = before instanceof ArrayValue array ? array.items() : List.of();
        List<Value> unseen = carried(id + "__before");
        List<Value> later = carried(id + "__after");
        List<Item> items = new ArrayList<>();
        unseen.forEach(value -> items.add(new Item(value, id + "_" + items.size(), new StateDraft())));
        addShown(part, id, old, later.size(), items, around);
        int shown = items.size() - unseen.size();
        later.forEach(value -> items.add(new Item(value, id + "_" + items.size(), new StateDraft())));
        boolean isTouched = press(part, id, items);
        if (isTouched) {
            walk.changed(id);
        }
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            around.state().addMoved(item.state(), item.id(), id + "_" + i);
        }
        page(id, unseen.size(), shown, items.size(), around.state());
        boolean isKept = part.isRequired() || before != null || part.hasInitial() || isTouched || !items.isEmpty();
        return isKept ? Json.items(items.stream().map(Item::value).toList()) : null;
    }

    private void addShown(Part.Items part, String id, List<Value> old, int later, List<Item> items, Around around) {
        int end = Math.max(part.fixed().size(), end(id, items.size(), later));
        for (int i = items.size(); i < end && (i < part.fixed().size() || part.item() != null); i++) {
            items.add(item(part, id, i, i < old.size() ? old.get(i) : null, around));
        }
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
    private int end(String id, int first, int later) {
        Optional<Integer> count = posted.first(id + "__items").flatMap(ItemsWalk::index);
        if (count.isPresent()) {
            return count.get() - later;
        }
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

    private Item item(Part.Items list, String id, int index, @Nullable Value before, Around around) {
        walk.budget().spend(ITEM_COST);
        boolean isFixed = index < list.fixed().size();
        Part part = isFixed || list.item() == null ? list.fixed().get(index) : list.item();
        String itemId = id + "_" + index;
        StateDraft state = new StateDraft();
        Draft draft = new Draft(before);
        walk.apply(part, draft, around.item(isFixed ? id : itemId, state));
        Value value = draft.value();
        return new Item(value == null ? walk.blank(part) : value, itemId, state);
    }

    private boolean press(Part.Items part, String id, List<Item> items) {
        if (pressed.is(Pressed.Kind.ADD, id)) {
            Part item = part.item();
            if (item == null || !part.canAdd() || isFull(part, items)) {
                return false;
            }
            items.add(new Item(walk.blank(item), id + "_" + items.size(), new StateDraft()));
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
            case ADD, OPEN, CLOSE, CHOOSE, PAGE, SUBMIT -> {
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
            walk.changed(id);
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

    /**
     * An item on its way to its place.
     *
     * @param id that it has on the page that was posted
     */
    private record Item(Value value, String id, StateDraft state) {}
}
