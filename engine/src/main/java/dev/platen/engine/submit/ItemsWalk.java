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
        Optional<Integer> count = posted.first(id + "__items").flatMap(ItemsWalk::index);
        List<Item> items = items(part, id, old, around);
        if (!pressed.is(Pressed.Kind.ADD, id)) {
            trim(part, Math.max(old.size(), count.orElse(0)), items);
        }
        boolean isTouched = press(part, id, items);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            around.state().addMoved(item.state(), item.id(), id + "_" + i);
        }
        page(id, around.state());
        if (!isTouched && items.isEmpty() && before != null && !(before instanceof ArrayValue)) {
            return before;
        }
        boolean isThere = before != null || count.isPresent() || isTouched || !items.isEmpty();
        if (isThere) {
            walk.enter();
        }
        return isThere || part.isRequired() || part.hasInitial()
                ? Json.items(items.stream().map(Item::value).toList())
                : null;
    }

    private List<Item> items(Part.Items part, String id, List<Value> old, Around around) {
        List<Item> items = new ArrayList<>();
        for (Value unseen : carried(id + "__before")) {
            items.add(new Item(unseen, id + "_" + items.size(), true, new StateDraft()));
        }
        Place list = around.place().at(part.members());
        int end = end(part, id, items.size(), old.size(), around);
        for (int i = items.size(); i < end && (i < part.fixed().size() || part.item() != null); i++) {
            items.add(item(part, id, i, i < old.size() ? old.get(i) : null, around, list));
        }
        for (Value unseen : carried(id + "__after")) {
            items.add(new Item(unseen, id + "_" + items.size(), true, new StateDraft()));
        }
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

    /** Index after the last item of the page. A list that nobody can change has as many items as it had. */
    private int end(Part.Items part, String id, int first, int old, Around around) {
        boolean isSettled = !part.canAdd() && !part.canRemove() && old > 0 && !around.isItem() && first == 0;
        return isSettled ? old : Math.max(part.fixed().size(), shown(id, first));
    }

    /** Items that are not on the page, as JSON. */
    private List<Value> carried(String name) {
        return posted.first(name).flatMap(typed::json).orElse(null) instanceof ArrayValue array
                ? array.items()
                : List.of();
    }

    /**
     * Index after the last item on the page. The page says how many there are; without that, the last of which anything
     * was posted counts.
     */
    private int shown(String id, int first) {
        Optional<Integer> count = posted.first(id + "__items").flatMap(ItemsWalk::index);
        if (count.isPresent()) {
            return first + count.get();
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
        return new Item(value == null ? walk.blank(part) : value, itemId, walk.entered() > entered, state);
    }

    private boolean press(Part.Items part, String id, List<Item> items) {
        if (pressed.is(Pressed.Kind.ADD, id)) {
            Part item = part.item();
            if (item == null || !part.canAdd() || isFull(part, items)) {
                return false;
            }
            items.add(new Item(walk.blank(item), id + "_" + items.size(), true, new StateDraft()));
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

    private void page(String id, StateDraft state) {
        String target = pressed.kind() == Pressed.Kind.PAGE ? pressed.target() : "";
        Optional<Integer> turned =
                target.startsWith(id + ".") ? index(target.substring(id.length() + 1)) : Optional.empty();
        turned.or(() -> posted.first(id + "__page").flatMap(ItemsWalk::index))
                .ifPresent(page -> state.turnTo(id, page));
    }

    /**
     * An item on its way to its place.
     *
     * @param id that it has on the page that was posted
     * @param isEntered whether there was or is something in it
     */
    private record Item(Value value, String id, boolean isEntered, StateDraft state) {}
}
