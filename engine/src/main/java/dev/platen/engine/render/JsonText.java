package dev.platen.engine.render;

import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.link.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of the data into a page as JSON without white space, everything else as it was. Not thread-safe; used for
 * one rendering.
 */
final class JsonText {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LIST = {'['};
    private static final byte[] END_OF_LIST = {']'};
    private static final byte[] OBJECT = {'{'};
    private static final byte[] END_OF_OBJECT = {'}'};
    private static final byte[] COMMA = {','};

    private final Data data;
    private final Tape tape;
    private final Steps steps;
    private final HtmlOutput out;
    private final boolean isBetweenQuotes;
    private final byte[] quote;
    /** For each name of the plan, what is written for a member of that name before its value, once it was needed. */
    private byte[] @Nullable [] names = {};

    /** Writes between tags, or else between the quotation marks of an attribute. */
    JsonText(Data data, Steps steps, boolean isBetweenQuotes, HtmlOutput out) {
        this.data = data;
        this.tape = data.tape();
        this.steps = steps;
        this.out = out;
        this.isBetweenQuotes = isBetweenQuotes;
        this.quote = escaped("\"");
    }

    /** Writes the value. */
    void write(int value) throws Refused {
        steps.add(1);
        switch (tape.type(value)) {
            case ValueType.STRING -> string(value);
            case ValueType.NUMBER -> out.write(data.json(), tape.position(value), tape.length(value));
            case ValueType.TRUE -> out.write(Workspace.TRUE);
            case ValueType.FALSE -> out.write(Workspace.FALSE);
            case ValueType.LIST -> list(value);
            case ValueType.OBJECT -> object(value);
            default -> out.write(NULL);
        }
    }

    private void string(int value) {
        out.write(quote);
        if (isBetweenQuotes) {
            out.rawAttribute(data.json(), tape.position(value), tape.length(value));
        } else {
            out.rawText(data.json(), tape.position(value), tape.length(value));
        }
        out.write(quote);
    }

    private void list(int list) throws Refused {
        out.write(LIST);
        int end = tape.after(list);
        for (int item = tape.firstItem(list); item < end; item = tape.after(item)) {
            if (item > tape.firstItem(list)) {
                out.write(COMMA);
            }
            write(item);
        }
        out.write(END_OF_LIST);
    }

    private void object(int object) throws Refused {
        out.write(OBJECT);
        int end = tape.after(object);
        for (int member = tape.firstMember(object); member < end; member = tape.afterMember(member)) {
            if (member > tape.firstMember(object)) {
                out.write(COMMA);
            }
            out.write(name(member));
            write(tape.memberValue(member));
        }
        out.write(END_OF_OBJECT);
    }

    private byte[] name(int member) {
        int known = tape.memberName(member);
        if (known < 0) {
            return escaped(Quoted.json(data.name(member)) + ":");
        }
        if (known >= names.length) {
            names = Arrays.copyOf(names, Math.max(known + 1, names.length * 2));
        }
        byte[] name = names[known];
        if (name == null) {
            name = escaped(Quoted.json(data.name(member)) + ":");
            names[known] = name;
        }
        return name;
    }

    private byte[] escaped(String text) {
        String escaped = isBetweenQuotes ? HtmlWriter.escapedAttribute(text) : HtmlWriter.escapedText(text);
        return escaped.getBytes(StandardCharsets.UTF_8);
    }
}
