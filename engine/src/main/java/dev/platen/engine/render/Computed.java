package dev.platen.engine.render;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.html.Urls;
import dev.platen.engine.link.Way;
import org.jspecify.annotations.Nullable;

/**
 * Writes computed values, made safe for where they stand. Values that only have to be found are copied from the text of
 * the data.
 */
record Computed(Evaluator evaluator, Data data, Scopes scopes, Steps steps, HtmlOutput out) {
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
        if (value == Tape.NOTHING) {
            write(way.path(), context, here); // it may be within an item that was made
            return;
        }
        int start = data.tape().position(value);
        switch (data.tape().type(value)) {
            case Tape.STRING -> string(value, start, context);
            case Tape.NUMBER -> number(value, start, context);
            case Tape.TRUE -> out.write(Workspace.TRUE, 0, Workspace.TRUE.length);
            case Tape.FALSE -> out.write(Workspace.FALSE, 0, Workspace.FALSE.length);
            case Tape.LIST, Tape.OBJECT -> write(data.canonical(value), context);
            default -> {} // nothing is shown as nothing
        }
    }

    private void string(int value, int start, Op.Context context) {
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

    private void number(int value, int start, Op.Context context) throws Refused {
        int end = Values.numberEnd(data.json(), start);
        if (Values.isAsRead(data.json(), start, end)) {
            out.write(data.json(), start, end - start);
            return;
        }
        @Nullable Object number = Evaluator.number(data.number(value));
        if (number != null) {
            write(evaluator.text(number), context);
        }
    }

    /** Whether the value at the end of the way is true. */
    boolean isTrue(Way way, int here) throws Refused {
        int value = find(way, here);
        return value == Tape.NOTHING
                ? evaluator.test(way.path(), here)
                : data.tape().type(value) == Tape.TRUE;
    }

    /** Whether there is a value at the end of the way, and it is not null. */
    boolean isPresent(Way way, int here) throws Refused {
        int type = data.tape().type(find(way, here));
        return type != Tape.ABSENT && type != Tape.NULL;
    }

    private int find(Way way, int here) throws Refused {
        steps.add(1);
        Expression.Path path = way.path();
        int from =
                switch (path.base()) {
                    case ROOT -> data.tape().root();
                    case HERE -> here;
                    case ITEM -> scopes.item(path.outward());
                    case POSITION -> Tape.NOTHING;
                };
        return data.follow(from, way);
    }
}
