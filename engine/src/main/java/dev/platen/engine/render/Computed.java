package dev.platen.engine.render;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.html.Urls;
import dev.platen.engine.link.ValueType;
import dev.platen.engine.link.Way;
import org.jspecify.annotations.Nullable;

/**
 * Writes computed values, made safe for where they stand. Values that only have to be found are copied from the text of
 * the data.
 */
record Computed(Evaluator evaluator, Data data, Tape tape, Scopes scopes, HtmlOutput out) {
    void write(Expression expression, Op.Context context, int here) throws Refused {
        @Nullable Object value = evaluator.value(expression, here);
        if (value != null) {
            write(evaluator.text(value), context);
        }
    }

    private void write(String text, Op.Context context) {
        switch (context) {
            case TEXT -> out.plainText(text);
            case ATTRIBUTE, TOKENS -> out.plainAttribute(text);
            case URL -> out.plainAttribute(Urls.isAllowed(text) ? text : "#");
        }
    }

    /** Writes the value at the end of the way. */
    void write(Way way, Op.Context context, int here) throws Refused {
        int value = find(way, here);
        if (value == Tape.NOTHING && isMade(way)) {
            write(way.expression(), context, here);
            return;
        }
        if (tape.isVerbatim(value) && context != Op.Context.URL) {
            out.write(data.json(), tape.position(value), tape.length(value));
            return;
        }
        switch (tape.type(value)) {
            case ValueType.STRING -> string(value, context);
            case ValueType.NUMBER -> number(value, context);
            case ValueType.TRUE -> out.write(Workspace.TRUE);
            case ValueType.FALSE -> out.write(Workspace.FALSE);
            case ValueType.LIST, ValueType.OBJECT -> write(data.canonical(value), context);
            default -> {} // nothing is shown as nothing
        }
    }

    private void string(int value, Op.Context context) {
        int start = tape.position(value);
        switch (context) {
            case TEXT -> out.text(data.json(), start);
            case ATTRIBUTE, TOKENS -> out.attribute(data.json(), start);
            case URL -> {
                if (Urls.isPlain(data.json(), start)) {
                    out.attribute(data.json(), start);
                } else {
                    write(data.string(value), context);
                }
            }
        }
    }

    private void number(int value, Op.Context context) throws Refused {
        @Nullable Object number = Evaluator.number(data.number(value));
        if (number != null) {
            write(evaluator.text(number), context);
        }
    }

    /** Whether the value at the end of the way is of one of the types. */
    boolean isType(Way way, int types, int here) throws Refused {
        int value = find(way, here);
        if (value == Tape.NOTHING && isMade(way)) {
            return evaluator.test(way.expression(), here);
        }
        int type = 1 << tape.type(value);
        return (types & type) != 0;
    }

    /** Whether the way begins at an item that is no value of the data. */
    private boolean isMade(Way way) {
        return way.start() >= 0 && scopes.computed(way.start()) != null;
    }

    private int find(Way way, int here) throws Refused {
        int start = way.start();
        int from = start >= 0 ? scopes.item(start) : start == Way.ROOT ? tape.root() : here;
        return data.follow(from, way);
    }
}
