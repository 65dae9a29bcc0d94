package dev.platen.engine.render;

import dev.platen.contract.plan.Part;
import dev.platen.contract.plan.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings errors into the order in which a page shows what they are about, whatever order they were found in. Takes a
 * bounded number of steps; beyond it, and for ids that no part has, the order stays as it is, at the end.
 */
final class PageOrder {
    private static final Comparator<Placed> BY_PLACE = (one, other) -> Arrays.compare(one.place, other.place);
    private static final int[] NOWHERE = {Integer.MAX_VALUE};
    private static final int MAX_STEPS = 2_000_000;
    private static final int MAX_NESTING = 500;
    private static final int MAX_DIGITS = 7;

    private final Parts parts;
    /** Which of the parts beside each other leads to the id, from the root inwards. */
    private final List<Integer> path = new ArrayList<>();

    private String id = "";
    private boolean isLoose;
    private int steps;
    private int nesting;

    private PageOrder(Parts parts) {
        this.parts = parts;
    }

    private record Placed(String id, List<String> messages, int[] place) {}

    static Map<String, List<String>> of(Parts parts, Map<String, List<String>> errors) {
        if (errors.size() < 2) {
            return errors;
        }
        PageOrder order = new PageOrder(parts);
        List<Placed> placed = new ArrayList<>();
        errors.forEach((id, messages) -> placed.add(new Placed(id, messages, order.place(id))));
        placed.sort(BY_PLACE);
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        placed.forEach(each -> sorted.put(each.id(), each.messages()));
        return sorted;
    }

    /** An id that is exactly that of a part counts before one that only begins like that of a part. */
    private int[] place(String wanted) {
        id = wanted;
        for (boolean loosely : new boolean[] {false, true}) {
            isLoose = loosely;
            path.clear();
            if (leadsTo(parts.root(), 0)) {
                return path.stream().mapToInt(Integer::intValue).toArray();
            }
        }
        return NOWHERE;
    }

    /** Whether the id, from there on, is that of the part or of one within it; adds the way to it. */
    private boolean leadsTo(Part part, int from) {
        if (++steps > MAX_STEPS || nesting > MAX_NESTING) {
            return false;
        }
        nesting++;
        boolean found =
                switch (part) {
                    case Part.Group group -> within(group.children(), from, group.id());
                    case Part.Either either -> {
                        List<Part> sides = new ArrayList<>(either.then());
                        sides.addAll(either.otherwise());
                        yield oneOf(sides, from);
                    }
                    case Part.Alternatives choice ->
                        within(choice.branches().stream().map(Part.Branch::part).toList(), from, choice.id());
                    case Part.Items list -> items(list, after(from, list.id()));
                    case Part.Entries entries -> isLoose && after(from, entries.id()) >= 0;
                    case Part.Again again -> within(List.of(parts.routines().get(again.routine())), from, again.id());
                    case Part.Leaf leaf -> {
                        int end = after(from, leaf.id());
                        yield end == id.length()
                                || (isLoose && end >= 0 && !leaf.id().isEmpty());
                    }
                };
        nesting--;
        return found;
    }

    private boolean within(List<Part> children, int from, String own) {
        int end = after(from, own);
        return end >= 0 && ((end == id.length() && !own.isEmpty()) || oneOf(children, end));
    }

    private boolean oneOf(List<Part> children, int from) {
        int length = path.size();
        for (int i = 0; i < children.size(); i++) {
            path.add(i);
            if (leadsTo(children.get(i), from)) {
                return true;
            }
            path.subList(length, path.size()).clear();
        }
        return false;
    }

    private boolean items(Part.Items list, int end) {
        if (end < 0 || end == id.length()) {
            return end >= 0;
        }
        int at = end + 1;
        while (at < id.length() && at <= end + MAX_DIGITS && Character.isDigit(id.charAt(at))) {
            at++;
        }
        if (at == end + 1) {
            return false;
        }
        int index = Integer.parseInt(id.substring(end + 1, at));
        path.add(index);
        boolean isFixed = index < list.fixed().size();
        Part item = isFixed ? list.fixed().get(index) : list.item();
        return at == id.length() || (item != null && leadsTo(item, isFixed ? end : at));
    }

    /** Where the id goes on behind that of a part; -1 where it does not begin like it. */
    private int after(int from, String own) {
        int end = from + own.length();
        boolean isEnd = end == id.length() || own.isEmpty();
        return id.startsWith(own, from) && (isEnd || id.charAt(end) == '_' || id.charAt(end) == '-') ? end : -1;
    }
}
