package dev.platen.engine.render;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Names;
import dev.platen.contract.plan.Option;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.json.CanonicalNumber;
import dev.platen.engine.link.ValueType;
import dev.platen.engine.link.Way;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The data of one rendering: the tape and the text that it was read from. Not thread-safe; used once.
 */
final class Data {
    /** Members that a look-up may pass before they count as steps. */
    private static final int FREE = 64;

    /** A power of two. */
    private static final int HINTS = 16;

    private final byte[] json;
    private final Names names;
    private final Tape tape;
    private final Steps steps;
    private final int[] places;
    private final HtmlOutput characters = new HtmlOutput(64);
    /** Objects in which a member was looked up, and where it is: the same is asked for again, or the one after it. A few. */
    private final int[] visited = new int[HINTS];

    private final int[] cursors = new int[HINTS];

    Data(byte[] json, Names names, Workspace workspace, Steps steps) {
        this.json = json;
        this.names = names;
        this.tape = workspace.tape();
        this.places = workspace.guesses().places(names.size());
        this.steps = steps;
    }

    byte[] json() {
        return json;
    }

    Tape tape() {
        return tape;
    }

    /** The member of that name, or {@link Tape#NOTHING}. */
    int member(int object, int name) throws Refused {
        if (tape.isEven(object)) {
            return memberOfEven(object, name);
        }
        return tape.type(object) == ValueType.OBJECT ? memberOfUneven(object, name) : Tape.NOTHING;
    }

    /** Items of a list mostly have their members at the same places. */
    private int memberOfEven(int object, int name) throws Refused {
        int end = tape.after(object);
        int guess = object + places[name];
        if (guess < end && tape.memberName(guess) == name) {
            return tape.memberValue(guess);
        }
        int first = tape.firstMember(object);
        for (int member = first; member < end; member += Tape.MEMBER) {
            if (tape.memberName(member) == name) {
                passed((member - first) / Tape.MEMBER);
                places[name] = member - object;
                return tape.memberValue(member);
            }
        }
        passed((end - first) / Tape.MEMBER);
        return Tape.NOTHING;
    }

    /** Data is mostly in the order of its schema, so that the search begins where the last one in the same object ended. */
    private int memberOfUneven(int object, int name) throws Refused {
        int first = tape.firstMember(object);
        int end = tape.after(object);
        int hint = object & (HINTS - 1);
        int start = visited[hint] == object ? cursors[hint] : first;
        int passed = 0;
        for (int member = start; member < end; member = tape.afterMember(member)) {
            if (tape.memberName(member) == name) {
                visited[hint] = object;
                cursors[hint] = member;
                return tape.memberValue(member);
            }
            passed++;
        }
        for (int member = first; member < start; member = tape.afterMember(member)) {
            if (tape.memberName(member) == name) {
                visited[hint] = object;
                cursors[hint] = member;
                return tape.memberValue(member);
            }
            passed++;
        }
        passed(passed);
        return Tape.NOTHING;
    }

    private void passed(int members) throws Refused {
        if (members > FREE) {
            steps.add(members);
        }
    }

    /** The member of that name, whether or not the plan knows it; or {@link Tape#NOTHING}. */
    int member(int object, String name) throws Refused {
        int known = names.find(name);
        if (known != Names.UNKNOWN) {
            return member(object, known);
        }
        if (tape.type(object) != ValueType.OBJECT) {
            return Tape.NOTHING;
        }
        int end = tape.after(object);
        for (int member = tape.firstMember(object); member < end; member = tape.afterMember(member)) {
            steps.add(1);
            if (tape.memberName(member) < 0 && name(member).equals(name)) {
                return tape.memberValue(member);
            }
        }
        return Tape.NOTHING;
    }

    /** The value that the way leads to, or {@link Tape#NOTHING}. */
    int follow(int from, Way way) throws Refused {
        int at = from;
        int[] names = way.names();
        for (int i = 0; i < names.length && at != Tape.NOTHING; i++) {
            at = tape.type(at) == ValueType.LIST ? item(at, way.steps().get(i)) : member(at, names[i]);
        }
        return at;
    }

    /** The value that the steps lead to, or {@link Tape#NOTHING}. */
    int follow(int from, List<String> path) throws Refused {
        int at = from;
        for (int i = 0; i < path.size() && at != Tape.NOTHING; i++) {
            at = tape.type(at) == ValueType.LIST ? item(at, path.get(i)) : member(at, path.get(i));
        }
        return at;
    }

    private int item(int list, String step) {
        try {
            return tape.item(list, Integer.parseInt(step));
        } catch (NumberFormatException notAnIndex) {
            return Tape.NOTHING;
        }
    }

    /** The name of a member. */
    String name(int member) {
        int name = tape.memberName(member);
        return name >= 0 ? names.names().get(name) : text(-1 - name);
    }

    /** The characters of a string. */
    String string(int value) {
        int start = tape.position(value);
        return tape.isVerbatim(value)
                ? new String(json, start, tape.length(value), StandardCharsets.UTF_8)
                : text(start);
    }

    private String text(int start) {
        characters.clear();
        characters.characters(json, start);
        return new String(characters.bytes(), 0, characters.size(), StandardCharsets.UTF_8);
    }

    /** A number as it is written. */
    String number(int value) {
        return new String(json, tape.position(value), tape.length(value), StandardCharsets.US_ASCII);
    }

    /** Whether the value is equal to the constant, as JSON Schema means it. */
    boolean equal(int value, Constant constant) throws Refused {
        steps.add(1);
        return switch (constant) {
            case Constant.Single single -> equal(value, single.option());
            case Constant.Items items -> equalItems(value, items.items());
            case Constant.Members members -> equalMembers(value, members);
        };
    }

    private boolean equal(int value, Option option) {
        return switch (tape.type(value)) {
            case ValueType.STRING ->
                option.type() == Option.Type.STRING && string(value).equals(option.value());
            case ValueType.NUMBER -> option.type() == Option.Type.NUMBER && equalNumbers(number(value), option.value());
            case ValueType.TRUE -> option.type() == Option.Type.TRUE;
            case ValueType.FALSE -> option.type() == Option.Type.FALSE;
            case ValueType.NULL -> option.type() == Option.Type.NULL;
            default -> false;
        };
    }

    static boolean equalNumbers(String one, String other) {
        try {
            return one.equals(other) || new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException exponentTooLarge) {
            return false;
        }
    }

    private boolean equalItems(int value, List<Constant> items) throws Refused {
        if (tape.type(value) != ValueType.LIST) {
            return false;
        }
        int item = tape.firstItem(value);
        int end = tape.after(value);
        for (Constant constant : items) {
            if (item >= end || !equal(item, constant)) {
                return false;
            }
            item = tape.after(item);
        }
        return item >= end;
    }

    private boolean equalMembers(int value, Constant.Members members) throws Refused {
        if (tape.type(value) != ValueType.OBJECT
                || tape.count(value) != members.members().size()) {
            return false;
        }
        for (var member : members.members().entrySet()) {
            int found = member(value, member.getKey());
            if (found == Tape.NOTHING || !equal(found, member.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** The value as JSON without white space, the members of objects in the order of their names: equal values, equal texts. */
    String canonical(int value) throws Refused {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private void write(int value, StringBuilder text) throws Refused {
        steps.add(1);
        switch (tape.type(value)) {
            case ValueType.STRING -> text.append(Quoted.json(string(value)));
            case ValueType.NUMBER -> text.append(CanonicalNumber.of(number(value)));
            case ValueType.TRUE -> text.append("true");
            case ValueType.FALSE -> text.append("false");
            case ValueType.LIST -> {
                text.append('[');
                int end = tape.after(value);
                for (int item = tape.firstItem(value); item < end; item = tape.after(item)) {
                    text.append(item == tape.firstItem(value) ? "" : ",");
                    write(item, text);
                }
                text.append(']');
            }
            case ValueType.OBJECT -> writeObject(value, text);
            default -> text.append("null");
        }
    }

    private void writeObject(int value, StringBuilder text) throws Refused {
        record Member(String name, int value) {}
        List<Member> members = new ArrayList<>();
        int end = tape.after(value);
        for (int member = tape.firstMember(value); member < end; member = tape.afterMember(member)) {
            members.add(new Member(name(member), tape.memberValue(member)));
        }
        members.sort(Comparator.comparing(Member::name));
        text.append('{');
        for (Member member : members) {
            text.append(text.charAt(text.length() - 1) == '{' ? "" : ",")
                    .append(Quoted.json(member.name()))
                    .append(':');
            write(member.value(), text);
        }
        text.append('}');
    }
}
