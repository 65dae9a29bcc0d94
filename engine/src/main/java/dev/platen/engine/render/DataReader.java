package dev.platen.engine.render;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.base.ParserBase;
import dev.platen.contract.plan.Names;
import dev.platen.engine.link.ValueType;
import java.io.IOException;

/** Reads JSON onto a tape, in one pass. The depth of its calls is bounded by the parser's limit on nesting. */
final class DataReader {
    private final Names names;
    private final Tape tape;
    private final Marks marks;
    private final JsonScan scan;
    private final JsonParser parser;

    DataReader(Names names, Workspace workspace, byte[] json, JsonParser parser) {
        this.names = names;
        this.tape = workspace.tape();
        this.marks = workspace.marks();
        this.scan = new JsonScan(json);
        this.parser = parser;
        marks.reserve(names.size());
    }

    /** Reads the whole text. */
    void read() throws IOException {
        if (parser.nextToken() == null) {
            throw new Refused("the data is empty; send a JSON value, or no body for the default data");
        }
        value();
        if (parser.nextToken() != null) {
            throw new Refused("the data is one JSON value, more follows at offset " + offset());
        }
    }

    private void value() throws IOException {
        switch (parser.currentToken()) {
            case VALUE_STRING -> {
                int start = offset() + 1;
                int end = scan.string(start) - 1;
                tape.scalar(ValueType.STRING, start, end - start, scan.isVerbatim());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                int start = offset();
                int end = scan.number(start);
                tape.scalar(ValueType.NUMBER, start, end - start, scan.isVerbatim());
            }
            case VALUE_TRUE -> tape.literal(ValueType.TRUE);
            case VALUE_FALSE -> tape.literal(ValueType.FALSE);
            case VALUE_NULL -> tape.literal(ValueType.NULL);
            case START_OBJECT -> object();
            case START_ARRAY -> {
                int list = tape.begin(ValueType.LIST);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value();
                }
                tape.endList(list);
            }
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + parser.currentToken());
        }
    }

    private void object() throws IOException {
        int object = tape.begin(ValueType.OBJECT);
        int members = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            members++;
            int index = names.find(name);
            tape.name(index == Names.UNKNOWN ? -1 - nameOffset() : index);
            parser.nextToken();
            value();
        }
        tape.endObject(object, members);
        refuseRepeatedNames(object);
    }

    /** Looked for at the end, when the objects within this one are done with the marks. */
    private void refuseRepeatedNames(int object) throws Refused {
        marks.begin();
        int end = tape.after(object);
        for (int member = tape.firstMember(object); member < end; member = tape.afterMember(member)) {
            int name = tape.memberName(member);
            if (name >= 0 && !marks.add(name)) {
                throw new Refused("the name '%s' is used twice in one object; keep one of the two"
                        .formatted(names.names().get(name)));
            }
        }
    }

    /** Where the characters of the current name begin. The token is a name, but the parser has already looked at what follows it. */
    private int nameOffset() {
        return (int) parser.currentTokenLocation().getByteOffset() + 1;
    }

    /** Where the current token begins. The parser's own type is asked because the portable way makes an object a token. */
    private int offset() {
        return (int) ((ParserBase) parser).getTokenCharacterOffset() - 1; // it counts the first byte as read
    }
}
