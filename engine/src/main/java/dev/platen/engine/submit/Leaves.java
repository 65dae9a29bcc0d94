package dev.platen.engine.submit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Option;
import dev.platen.contract.plan.Part.Input;
import dev.platen.contract.plan.Part.Leaf;
import dev.platen.contract.plan.Part.Offer;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values. A control that shows the value that there was leaves it as it is, to the letter: what a page merely
 * shows is never rewritten.
 */
final class Leaves {
    private static final int COMPARED_AT_ONCE = 16;

    private static final Pattern NO_CHARACTER = Pattern.compile("[\\x00\\p{Cs}]");

    private final Posted posted;
    private final Files files;
    private final Typed typed;
    private final Budget budget;
    private final Runnable entered;

    /**
     * Reads from there.
     *
     * @param entered told of every value that is more than what a page shows where nothing was entered
     */
    Leaves(Posted posted, Files files, Typed typed, Budget budget, Runnable entered) {
        this.posted = posted;
        this.files = files;
        this.typed = typed;
        this.budget = budget;
        this.entered = entered;
    }

    /**
     * The new value, null for none.
     *
     * @param before the value that there was
     * @param isItem whether the part lies within an item of a list; items move, so that only the page knows which value a
     *     fixed part of one has
     */
    @Nullable
    Value read(Leaf leaf, String id, @Nullable Value before, boolean isItem) {
        if (leaf.isFixed() && !(isItem && posted.hasValue(id))) {
            return before == null ? initial(leaf) : before;
        }
        Optional<Value> fixed = json(id + "__fixed");
        Optional<Value> kept = json(id + "__kept");
        boolean isFile = leaf.input() == Input.FILE || leaf.input() == Input.FILES;
        Value old = isFile ? files.before(id, kept, before) : kept.orElse(before);
        Value value = fixed.orElseGet(() -> entered(leaf, id, old));
        boolean isUnchecked = before == null && leaf.input() == Input.BOX && isInitiallyTrue(leaf) && !isTrue(value);
        if (isSomething(value) || isUnchecked || fixed.isPresent() || kept.isPresent()) {
            entered.run();
        }
        return value;
    }

    /** Controls that show nothing, or cannot show it, may give these. */
    private static boolean isSomething(@Nullable Value value) {
        return switch (value) {
            case null -> false;
            case NullValue none -> false;
            case BooleanValue flag -> flag.isTrue();
            case ArrayValue array -> !array.items().isEmpty();
            case NumberValue number -> true;
            case StringValue string -> true;
            case ObjectValue object -> true;
        };
    }

    /** The value of a control that does not post it itself. */
    private Optional<Value> json(String name) {
        return posted.first(name).flatMap(typed::json);
    }

    private @Nullable Value entered(Leaf leaf, String id, @Nullable Value before) {
        return switch (leaf.input()) {
            case BOX -> box(leaf, id, before);
            case SEVERAL -> several(leaf, id, before);
            case FILE -> files.one(id, before);
            case FILES -> files.several(id, before);
            case DATE_MENUS, DATE_TIME_MENUS -> Dates.read(posted, id, leaf.input() == Input.DATE_TIME_MENUS, before);
            case RAW -> raw(id, before);
            case INSTANT, TIME, LINE, LINES, ONE, CONCEALED -> text(leaf, id, before);
        };
    }

    /** What an item of a list is that was emptied. */
    Value empty(Leaf leaf) {
        return switch (leaf.input()) {
            case BOX -> Json.flag(false);
            case SEVERAL, FILES -> Json.items(List.of());
            case ONE -> option(leaf, "").orElse(Json.nothing());
            case LINE, LINES, RAW, FILE, DATE_MENUS, DATE_TIME_MENUS, INSTANT, TIME, CONCEALED ->
                leaf.kinds().contains(Check.Kind.STRING) ? Json.text("") : Json.nothing();
        };
    }

    private @Nullable Value initial(Leaf leaf) {
        return switch (leaf.input()) {
            case SEVERAL, FILES ->
                leaf.initial().isEmpty()
                        ? null
                        : Json.items(leaf.initial().stream().map(typed::value).toList());
            case LINE, LINES, RAW, BOX, ONE, FILE, DATE_MENUS, DATE_TIME_MENUS, INSTANT, TIME, CONCEALED ->
                leaf.initial().isEmpty() ? null : typed.value(leaf.initial().getFirst());
        };
    }

    /** A box that is not checked is not posted. */
    private @Nullable Value box(Leaf leaf, String id, @Nullable Value before) {
        if (posted.all(id).stream().anyMatch(value -> !"false".equals(value))) {
            return Json.flag(true);
        }
        if (before == null) {
            return leaf.isRequired() || isInitiallyTrue(leaf) || posted.has(id) ? Json.flag(false) : null;
        }
        return before instanceof BooleanValue ? Json.flag(false) : before;
    }

    private static boolean isInitiallyTrue(Leaf leaf) {
        return leaf.initial().stream().anyMatch(offer -> offer.type() == Option.Type.TRUE);
    }

    private static boolean isTrue(@Nullable Value value) {
        return value instanceof BooleanValue flag && flag.isTrue();
    }

    private @Nullable Value several(Leaf leaf, String id, @Nullable Value before) {
        List<Value> chosen = new ArrayList<>();
        for (String text : posted.all(id)) {
            option(leaf, text).ifPresent(chosen::add);
        }
        if (before instanceof ArrayValue array && sorted(array.items()).equals(sorted(chosen))) {
            return before;
        }
        boolean isKept = leaf.isRequired() || before != null || !leaf.initial().isEmpty();
        return chosen.isEmpty() && !isKept ? null : Json.items(chosen);
    }

    private static List<String> sorted(List<Value> values) {
        return values.stream().map(Canonical::text).sorted().toList();
    }

    private Optional<Value> option(Leaf leaf, String text) {
        budget.spend(leaf.options().size() / COMPARED_AT_ONCE);
        return leaf.options().stream()
                .filter(offer -> Typed.submitted(offer).equals(text))
                .findFirst()
                .map(typed::value);
    }

    /** What is no JSON is kept as text, to be shown again. */
    private @Nullable Value raw(String id, @Nullable Value before) {
        Optional<String> text = posted.first(id);
        if (text.isEmpty()) {
            return before;
        }
        if (before != null && Json.write(before).equals(text.get())) {
            return before;
        }
        return text.get().isBlank() ? null : typed.json(text.get()).orElse(Json.text(text.get()));
    }

    private @Nullable Value text(Leaf leaf, String id, @Nullable Value before) {
        Optional<String> control = posted.first(id);
        if (control.isEmpty()) {
            return before;
        }
        String text = control.get();
        boolean isUnseen = text.isEmpty()
                && isStructured(before)
                && option(leaf, Typed.shown(before)).isEmpty();
        if (before != null && (isUnseen || isShownAs(before, text))) {
            return before;
        }
        Offer initial = leaf.initial().isEmpty() ? null : leaf.initial().getFirst();
        if (before == null && initial != null && Typed.submitted(initial).equals(text)) {
            return typed.value(initial);
        }
        Optional<Value> option = option(leaf, text);
        if (option.isPresent()) {
            return option.get();
        }
        return text.isEmpty() ? emptied(leaf) : typed.value(instant(leaf, text, before), leaf.kinds());
    }

    /** A list or an object is not shown in a line; it stays until something else is entered. */
    private static boolean isStructured(@Nullable Value value) {
        return value instanceof ArrayValue || value instanceof ObjectValue;
    }

    /** Pages have no halves of characters and no NUL; single lines have no line ends, and some of them no space around. */
    private static boolean isShownAs(Value before, String text) {
        String shown = NO_CHARACTER
                .matcher(Typed.shown(before))
                .replaceAll("\ufffd")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        return shown.equals(text)
                || shown.replace("\n", "").equals(text)
                || (shown.strip().equals(text) && !text.isEmpty());
    }

    private @Nullable Value emptied(Leaf leaf) {
        if (leaf.empty() != null) {
            return typed.value(leaf.empty());
        }
        boolean isNull = leaf.kinds().contains(Check.Kind.NULL);
        return isNull && (leaf.isRequired() || leaf.kinds().size() == 1) ? Json.nothing() : null;
    }

    private static String instant(Leaf leaf, String text, @Nullable Value before) {
        String old = before instanceof StringValue string ? string.text() : "";
        return switch (leaf.input()) {
            case INSTANT -> Instants.instant(text, old);
            case TIME -> Instants.time(text, old);
            case LINE, LINES, RAW, BOX, ONE, SEVERAL, FILE, FILES, DATE_MENUS, DATE_TIME_MENUS, CONCEALED -> text;
        };
    }
}
