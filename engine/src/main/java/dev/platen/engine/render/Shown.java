package dev.platen.engine.render;

import com.fasterxml.jackson.core.JsonParser;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.json.JsonSource;
import dev.platen.engine.link.ValueType;
import dev.platen.engine.pattern.PlanPatterns;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a page showed of its data: conditions and picks as its rendering found them, for those who read the page when it
 * comes back. Answers take steps as a rendering does; beyond the limit there are none. Not thread-safe; used for one page.
 */
public final class Shown {
    private final Data data;
    private final Tape tape;
    private final Scopes scopes;
    private final Checker checker;
    private final Evaluator evaluator;

    private Shown(Data data, Workspace workspace, Checker checker, Steps steps) {
        this.data = data;
        this.tape = workspace.tape();
        this.scopes = workspace.scopes();
        this.checker = checker;
        this.evaluator = new Evaluator(data, checker, scopes, steps);
    }

    /**
     * The page of the data.
     *
     * @param json empty for none
     * @return empty where that is not JSON within the limits
     */
    public static Optional<Shown> of(Plan plan, byte[] json, Limits limits) {
        Workspace workspace = new Workspace();
        if (json.length > 0) {
            try (JsonParser parser = JsonSource.within(limits.ofData()).open(json)) {
                new DataReader(plan.names(), workspace, json, parser).read();
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
        Steps steps = new Steps(limits.renderSteps());
        Data data = new Data(json, plan.names(), workspace, steps);
        return Optional.of(
                new Shown(data, workspace, new Checker(data, plan.checks(), new PlanPatterns(), steps), steps));
    }

    /** The whole data. */
    public Place root() {
        return new Place(null, List.of(), Place.NO_INDEX, false);
    }

    /** Whether the condition was true there; empty where finding out takes too much. */
    public Optional<Boolean> held(Expression condition, Place here) {
        try {
            scopes.clear();
            openItems(here);
            return Optional.of(evaluator.test(condition, cell(here)));
        } catch (Refused tooMuch) {
            return Optional.empty();
        }
    }

    /** Which form of the value there was shown unless people chose another; empty where finding out takes too much. */
    public OptionalInt picked(List<Check> fits, Place here) {
        try {
            return OptionalInt.of(checker.best(fits, 0, cell(here)));
        } catch (Refused tooMuch) {
            return OptionalInt.empty();
        }
    }

    private void openItems(Place place) throws Refused {
        Place around = place.around;
        if (around != null) {
            openItems(around);
        }
        if (place.isLoop) {
            scopes.openItem(cell(place), place.index);
        }
    }

    private int cell(Place place) throws Refused {
        Place around = place.around;
        if (around == null) {
            return tape.root();
        }
        if (place.cell == Place.UNKNOWN) {
            place.cell = place.index == Place.NO_INDEX ? data.follow(cell(around), place.members) : item(around, place);
        }
        return place.cell;
    }

    private int item(Place list, Place place) throws Refused {
        if (list.items == null) {
            list.items = items(cell(list));
        }
        return place.index < list.items.length ? list.items[place.index] : Tape.NOTHING;
    }

    private int[] items(int list) {
        int[] items = new int[tape.type(list) == ValueType.LIST ? tape.count(list) : 0];
        int item = tape.firstItem(list);
        for (int i = 0; i < items.length; i++) {
            items[i] = item;
            item = tape.after(item);
        }
        return items;
    }

    /** A value of the data, found when it is asked for. */
    public static final class Place {
        private static final int NO_INDEX = -1;
        private static final int UNKNOWN = -1;

        private final @Nullable Place around;
        private final List<String> members;
        private final int index;
        private final boolean isLoop;
        private int cell = UNKNOWN;
        private int @Nullable [] items;

        private Place(@Nullable Place around, List<String> members, int index, boolean isLoop) {
            this.around = around;
            this.members = members;
            this.index = index;
            this.isLoop = isLoop;
        }

        /** The value that the members lead to. */
        public Place at(List<String> path) {
            return path.isEmpty() ? this : new Place(this, List.copyOf(path), NO_INDEX, false);
        }

        /**
         * An item of the list.
         *
         * @param isFixed whether the item has a part of its own rather than that of all items
         */
        public Place item(int number, boolean isFixed) {
            return new Place(this, List.of(), number, !isFixed);
        }
    }
}
