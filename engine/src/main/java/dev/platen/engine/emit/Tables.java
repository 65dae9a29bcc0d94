package dev.platen.engine.emit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Choice;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the instructions of a plan refer to, each thing kept once. */
final class Tables {
    private final Table<String> names = new Table<>();
    private final Table<Choice> choices = new Table<>();
    private final Table<Expression> expressions = new Table<>();
    private final Table<Plan.Alternatives> alternatives = new Table<>();
    private final Table<Plan.Entries> entries = new Table<>();
    private final Table<Plan.Message> messages = new Table<>();

    int name(String name) {
        return names.index(name);
    }

    int choice(Choice choice) {
        return choices.index(choice);
    }

    int expression(Expression expression) {
        return expressions.index(expression);
    }

    int alternatives(List<Check> fits, int initial) {
        return alternatives.index(new Plan.Alternatives(fits, initial));
    }

    int entries(Plan.Entries members) {
        return entries.index(members);
    }

    int message(Plan.Message message) {
        return messages.index(message);
    }

    List<String> names() {
        return names.values();
    }

    List<Choice> choices() {
        return choices.values();
    }

    List<Expression> expressions() {
        return expressions.values();
    }

    List<Plan.Alternatives> alternatives() {
        return alternatives.values();
    }

    List<Plan.Entries> entries() {
        return entries.values();
    }

    List<Plan.Message> messages() {
        return messages.values();
    }

    /** Values by index, equal ones once. */
    private static final class Table<T> {
        private final Map<T, Integer> indexes = new LinkedHashMap<>();

        int index(T value) {
            Integer known = indexes.putIfAbsent(value, indexes.size());
            return known == null ? indexes.size() - 1 : known;
        }

        List<T> values() {
            return new ArrayList<>(indexes.keySet());
        }
    }
}
