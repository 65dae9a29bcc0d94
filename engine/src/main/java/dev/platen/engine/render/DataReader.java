package dev.platen.engine.render;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.base.ParserBase;
import dev.platen.contract.plan.Entry;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Scope;
import dev.platen.contract.plan.Shape;
import java.io.IOException;

/**
 * Reads JSON into the frames of a plan, in one pass. What the plan does not read is skipped; a value that does not fit
 * counts as null. The depth of the calls is bounded by the parser's limit on nesting.
 */
record DataReader(Plan plan, Tape tape, JsonParser parser) {
    /** Reads the whole text and returns the frame of the page. */
    int read() throws IOException {
        Scope page = plan.scopes().getFirst();
        int frame = tape.frame(page.frame());
        if (parser.nextToken() == null) {
            throw new Refused("the data is empty; send a JSON value, or no body for the default data");
        }
        value(page.root(), frame);
        if (parser.nextToken() != null) {
            throw new Refused("the data is one JSON value, more follows at offset " + offset());
        }
        return frame;
    }

    private void value(Entry entry, int frame) throws IOException {
        int at = frame + entry.slot();
        JsonToken token = parser.currentToken();
        switch (entry.kind()) {
            case LEAF -> tape.set(at, leaf(token));
            case OBJECT -> object(entry, frame, token);
            case LIST -> {
                if (token == JsonToken.START_ARRAY) {
                    tape.set(at, Tape.cell(Tape.LIST, 0));
                    list(plan.scopes().get(entry.target()), at);
                } else {
                    misfit(at);
                }
            }
            case CALL -> {
                if (token == JsonToken.VALUE_NULL) {
                    misfit(at);
                } else {
                    Scope scope = plan.scopes().get(entry.target());
                    int own = tape.frame(scope.frame());
                    tape.set(at, Tape.cell(Tape.FRAME, own));
                    value(scope.root(), own);
                }
            }
        }
    }

    private void misfit(int at) throws IOException {
        parser.skipChildren();
        tape.set(at, Tape.cell(Tape.NULL, 0));
    }

    private int leaf(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> Tape.cell(Tape.STRING, offset() + 1);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Tape.cell(Tape.NUMBER, offset());
            case VALUE_TRUE -> Tape.cell(Tape.TRUE, 0);
            case VALUE_FALSE -> Tape.cell(Tape.FALSE, 0);
            case VALUE_NULL -> Tape.cell(Tape.NULL, 0);
            case START_OBJECT, START_ARRAY -> {
                parser.skipChildren();
                yield Tape.cell(Tape.NULL, 0);
            }
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + token);
        };
    }

    private void object(Entry entry, int frame, JsonToken token) throws IOException {
        int at = frame + entry.slot();
        if (token != JsonToken.START_OBJECT) {
            misfit(at);
            return;
        }
        tape.set(at, Tape.cell(Tape.FRAME, frame));
        Shape shape = plan.shapes().get(entry.target());
        String name = parser.nextFieldName();
        while (name != null) {
            parser.nextToken();
            Entry member = shape.find(name);
            if (member == null) {
                parser.skipChildren();
            } else if (tape.get(frame + member.slot()) != Tape.ABSENT) {
                throw new Refused("the name '%s' is used twice in one object; keep one of the two".formatted(name));
            } else {
                value(member, frame);
            }
            name = parser.nextFieldName();
        }
    }

    private void list(Scope scope, int at) throws IOException {
        int last = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int frame = tape.frame(scope.frame());
            if (last == 0) {
                tape.set(at, Tape.cell(Tape.LIST, frame));
            } else {
                tape.link(last, frame);
            }
            value(scope.root(), frame);
            last = frame;
        }
    }

    /** Where the current token begins. The parser's own type is asked because the portable way makes an object a token. */
    private int offset() {
        return (int) ((ParserBase) parser).getTokenCharacterOffset() - 1; // it counts the first byte as read
    }
}
