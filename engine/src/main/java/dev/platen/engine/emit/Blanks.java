package dev.platen.engine.emit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What values begin with that people make with a button: what their parts show where nothing was entered. Parts that
 * depend on conditions join when they are shown; those that contain themselves are not unfolded.
 */
final class Blanks {
    private static final Constant OBJECT = new Constant.Members(Map.of());
    private static final Constant LIST = new Constant.Items(List.of());
    private static final Constant NULL = new Constant.Single(new Option(Option.Type.NULL, ""));
    /** Beyond so many, parts begin empty: a plan keeps what each of its lists begins with. */
    private static final int MAX_PARTS = 500;

    private static final int MAX_CALLS = 8;

    private final List<Node> routines;
    private int parts;

    Blanks(List<Node> routines) {
        this.routines = routines;
    }

    /** What a value of this part begins with. */
    Constant of(Node node) {
        parts = 0;
        return value(node, 0);
    }

    /** The same, but null where there is nothing in it. */
    @Nullable
    Constant contents(Node node) {
        parts = 0;
        return contents(node, 0);
    }

    private Constant value(Node node, int calls) {
        Constant value = contents(node, calls);
        return value == null ? empty(node, calls) : value;
    }

    private @Nullable Constant contents(Node node, int calls) {
        Begun begun = new Begun();
        add(Inner.at(node, Spot.SAME), begun, calls);
        return begun.value();
    }

    private void add(Node node, Begun into, int calls) {
        if (++parts > MAX_PARTS) {
            return;
        }
        switch (node) {
            case Node.Section section -> section(section, into, calls);
            case Node.Repeat list -> list(list, into, calls);
            case Node.Alternatives alternatives -> {
                Begun inner = new Begun();
                add(shown(alternatives), inner, calls);
                into.put(alternatives.spot(), inner.value(), inner.isSomething);
            }
            case Node.Field field -> into.put(field.spot(), initial(field), isSomething(field));
            case Node.Call call
            when call.spot().members().isEmpty() && calls < MAX_CALLS ->
                add(routines.get(call.routine()), into, calls + 1);
            case Node.Tagged _, Node.Lazy _, Node.Posted _ -> Inner.of(node).forEach(child -> add(child, into, calls));
            case Node.Entries _, Node.When _, Node.Call _ -> {} // nothing is shown, or only for some values
            case Node.Each _, Node.Notice _, Node.Shown _, Node.Chart _, Node.Point _ -> {}
        }
    }

    private void section(Node.Section section, Begun into, int calls) {
        Begun inner = new Begun();
        section.children().forEach(child -> add(child, inner, calls));
        boolean isWanted =
                section.state().isRequired() || section.spot().members().isEmpty();
        Constant value = inner.value();
        if (inner.isSomething || isWanted) {
            boolean isShown = value != null || !section.words().equals(Words.NONE);
            into.put(section.spot(), value == null && isShown ? OBJECT : value, inner.isSomething);
        }
    }

    private void list(Node.Repeat list, Begun into, int calls) {
        if (!list.initial().isEmpty()) {
            List<Constant> items = new ArrayList<>();
            list.fixed().forEach(item -> items.add(value(item, calls)));
            list.initial().forEach(item -> items.add(value(item, calls)));
            into.put(list.spot(), new Constant.Items(items), true);
        } else if (list.state().isRequired()) {
            into.put(list.spot(), LIST, false);
        }
    }

    private static Node shown(Node.Alternatives alternatives) {
        return alternatives.branches().get(alternatives.initial()).node();
    }

    /** Whether the value is a reason for an optional object around it to be there. */
    private static boolean isSomething(Node.Field field) {
        boolean isFixed = field.state().disabled().equals(Expression.TRUE)
                || field.state().readOnly().equals(Expression.TRUE);
        return !isFixed
                && field.initial().stream()
                        .map(Literal::type)
                        .anyMatch(type -> type != Option.Type.FALSE && type != Option.Type.NULL);
    }

    private static @Nullable Constant initial(Node.Field field) {
        List<Constant> values = field.initial().stream().map(Blanks::constant).toList();
        if (values.isEmpty()) {
            return null;
        }
        return takesSeveral(field.control()) ? new Constant.Items(values) : values.getFirst();
    }

    /** Numbers stay as they were written. */
    private static Constant constant(Literal literal) {
        return new Constant.Single(
                literal.type() == Option.Type.NUMBER
                        ? new Option(Option.Type.NUMBER, literal.text())
                        : literal.option());
    }

    private static boolean takesSeveral(Control control) {
        return switch (control) {
            case Control.MultipleMenu _, Control.Boxes _ -> true;
            case Control.File file -> file.isSeveral();
            case Control.Line _, Control.Lines _, Control.Raw _, Control.Box _, Control.Menu _ -> false;
            case Control.Radios _, Control.DateMenus _, Control.Concealed _ -> false;
        };
    }

    /** What has no value in it, of the type that the part is for. */
    private Constant empty(Node node, int calls) {
        return switch (node) {
            case Node.Repeat _ -> LIST;
            case Node.Alternatives alternatives -> empty(shown(alternatives), calls);
            case Node.Field field -> empty(field);
            case Node.Call call when calls < MAX_CALLS -> empty(routines.get(call.routine()), calls + 1);
            case Node.When when -> {
                List<Node> nodes = when.otherwise().isEmpty() ? when.then() : when.otherwise();
                yield nodes.isEmpty() ? OBJECT : empty(nodes.getFirst(), calls);
            }
            case Node.Tagged tagged ->
                tagged.children().stream()
                        .filter(child -> !(child instanceof Node.Shown))
                        .filter(child -> child.spot().members().isEmpty())
                        .findFirst()
                        .map(child -> empty(child, calls))
                        .orElse(OBJECT);
            case Node.Section section ->
                section.children().isEmpty() && section.words().equals(Words.NONE) ? NULL : OBJECT;
            case Node.Entries _, Node.Call _, Node.Lazy _, Node.Posted _ -> OBJECT;
            case Node.Each _, Node.Notice _, Node.Shown _, Node.Chart _, Node.Point _ -> OBJECT;
        };
    }

    private static Constant empty(Node.Field field) {
        if (takesSeveral(field.control())) {
            return LIST;
        }
        boolean isText = field.type().contains(Check.Kind.STRING);
        return switch (field.control()) {
            case Control.Box _ -> new Constant.Single(new Option(Option.Type.FALSE, ""));
            case Control.Menu menu -> unchosen(menu.options());
            case Control.Radios radios -> unchosen(radios.options());
            case Control.Line _, Control.Lines _, Control.Raw _, Control.DateMenus _ -> isText ? text() : NULL;
            case Control.File _, Control.Concealed _, Control.MultipleMenu _, Control.Boxes _ -> isText ? text() : NULL;
        };
    }

    private static Constant text() {
        return new Constant.Single(new Option(Option.Type.STRING, ""));
    }

    private static Constant unchosen(List<Choosable> options) {
        return options.stream()
                        .map(Choosable::value)
                        .anyMatch(value -> value.type() == Option.Type.STRING
                                && value.text().isEmpty())
                ? text()
                : NULL;
    }

    /** A value on its way, member by member. */
    private static final class Begun {
        private final Map<String, Constant> members = new LinkedHashMap<>();
        private @Nullable Constant whole;
        private boolean isSomething;

        @Nullable
        Constant value() {
            return members.isEmpty() ? whole : new Constant.Members(members);
        }

        /** Puts a value where the spot leads; null is none. */
        void put(Spot spot, @Nullable Constant value, boolean something) {
            if (value == null) {
                return;
            }
            isSomething |= something;
            if (!spot.members().isEmpty()) {
                put(members, spot.members(), value);
            } else if (value instanceof Constant.Members object
                    && !object.members().isEmpty()) {
                members.putAll(object.members());
            } else {
                whole = value;
            }
        }

        private static void put(Map<String, Constant> into, List<String> path, Constant value) {
            String first = path.getFirst();
            if (path.size() == 1) {
                into.put(first, value);
                return;
            }
            Map<String, Constant> inner = new LinkedHashMap<>(
                    into.get(first) instanceof Constant.Members object ? object.members() : Map.of());
            put(inner, path.subList(1, path.size()), value);
            into.put(first, new Constant.Members(inner));
        }
    }
}
