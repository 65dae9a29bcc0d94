package dev.platen.engine.form;

import dev.platen.contract.plan.Part;
import dev.platen.contract.plan.Parts;
import dev.platen.engine.html.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the ids of the parts that show values: those of a form follow from its parts, since people choose names of entries
 * that documents give to nothing. Not thread-safe.
 */
final class FieldIds {
    /** For all values of one form together; beyond them ids follow from names alone. */
    private static final int MAX_STEPS = 100_000;

    private static final int MAX_NESTING = 500;

    private final Parts parts;
    private int steps;
    private int nesting;

    FieldIds(Parts parts) {
        this.parts = parts;
    }

    /** The id of the part that shows the value at a JSON Pointer. */
    String of(String pointer) {
        List<String> names = names(pointer);
        return find(parts.root(), "", names).orElseGet(() -> named(names));
    }

    private static List<String> names(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(token -> token.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }

    /** Where no part shows the value, or which is not known. */
    private static String named(List<String> names) {
        StringBuilder id = new StringBuilder("root");
        names.forEach(name -> id.append('_').append(Ids.encoded(name)));
        return id.toString();
    }

    /** What leads to the value of these names from that of the part around it. */
    private Optional<String> find(Part part, String around, List<String> names) {
        if (++steps > MAX_STEPS || nesting > MAX_NESTING) {
            return Optional.empty();
        }
        nesting++;
        Optional<String> found =
                switch (part) {
                    case Part.Group group ->
                        within(group.members(), names).flatMap(left -> own(group.id(), left)
                                .map(around::concat)
                                .or(() -> first(group.children().stream(), around + group.id(), left)));
                    case Part.Either either ->
                        first(Stream.concat(either.then().stream(), either.otherwise().stream()), around, names);
                    case Part.Alternatives choice ->
                        within(choice.members(), names).flatMap(left -> own(choice.id(), left)
                                .map(around::concat)
                                .or(() -> first(
                                        choice.branches().stream().map(Part.Branch::part),
                                        around + choice.id(),
                                        left)));
                    case Part.Items list ->
                        within(list.members(), names).flatMap(left -> item(list, around + list.id(), left));
                    case Part.Entries entries ->
                        within(entries.members(), names).flatMap(left -> entry(entries, around + entries.id(), left));
                    case Part.Again again ->
                        within(again.members(), names).flatMap(left -> own(again.id(), left)
                                .map(around::concat)
                                .or(() -> find(parts.routines().get(again.routine()), around + again.id(), left)));
                    case Part.Leaf leaf ->
                        within(leaf.members(), names).filter(List::isEmpty).map(left -> around + leaf.id());
                };
        nesting--;
        return found;
    }

    private Optional<String> first(Stream<Part> parts, String around, List<String> names) {
        return parts.map(part -> find(part, around, names))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The names that are left behind those of the members; empty where these are others. */
    private static Optional<List<String>> within(List<String> members, List<String> names) {
        boolean isWithin = members.size() <= names.size() && members.equals(names.subList(0, members.size()));
        return isWithin ? Optional.of(names.subList(members.size(), names.size())) : Optional.empty();
    }

    /** The id of a part, where the value is its own and it has one. */
    private static Optional<String> own(String id, List<String> left) {
        return left.isEmpty() && !id.isEmpty() ? Optional.of(id) : Optional.empty();
    }

    private Optional<String> item(Part.Items list, String id, List<String> names) {
        if (names.isEmpty()) {
            return Optional.of(id);
        }
        String index = names.getFirst();
        if (!index.matches("[0-9]{1,7}")) {
            return Optional.empty();
        }
        List<String> left = names.subList(1, names.size());
        int position = Integer.parseInt(index);
        if (position < list.fixed().size()) {
            return find(list.fixed().get(position), id, left);
        }
        String item = id + "_" + index;
        return list.item() == null
                ? Optional.empty()
                : find(list.item(), item, left).or(() -> left.isEmpty() ? Optional.of(item) : Optional.empty());
    }

    private Optional<String> entry(Part.Entries entries, String id, List<String> names) {
        if (names.isEmpty()) {
            return id.isEmpty() ? Optional.empty() : Optional.of(id);
        }
        if (entries.known().contains(names.getFirst())) {
            return Optional.empty();
        }
        String entry = id + "_" + Ids.entry(names.getFirst());
        List<String> left = names.subList(1, names.size());
        return first(entries.kinds().stream().map(Part.Kind::part), entry, left)
                .or(() -> left.isEmpty() ? Optional.of(entry) : Optional.empty());
    }
}
