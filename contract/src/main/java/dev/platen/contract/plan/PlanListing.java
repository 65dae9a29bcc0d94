package dev.platen.contract.plan;

import dev.platen.contract.plan.Instruction.Operand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan as text, for people: each instruction with its address and its operands, what they refer to written out. The same
 * plan always gives the same text.
 */
public final class PlanListing {
    /** Characters of a text that are shown; the rest is counted. */
    private static final int SHOWN = 72;

    private static final int MEMBERS_SHOWN = 4;
    private static final List<Word> WORDS = List.of(Word.values());
    private static final List<Role> ROLES = List.of(Role.values());
    private static final List<Op.Drawing> DRAWINGS = List.of(Op.Drawing.values());
    private static final List<Op.Context> CONTEXTS = List.of(Op.Context.values());

    private final Plan plan;
    private final int[] code;
    private final StringBuilder text = new StringBuilder();

    private PlanListing(Plan plan) {
        this.plan = plan;
        this.code = plan.code();
    }

    /** The listing of a plan: first the page, then the routines that it calls, then the checks that refer to each other. */
    public static String of(Plan plan) {
        return new PlanListing(plan).listing();
    }

    private String listing() {
        text.append("page\n");
        for (int at = 0; at < code.length; at += 1 + Op.operands(code[at])) {
            int routine = plan.routines().indexOf(at);
            if (routine >= 0) {
                text.append("routine ").append(routine).append('\n');
            }
            instruction(at);
        }
        for (int i = 0; i < plan.checks().size(); i++) {
            text.append("check %s: %s\n".formatted(i, CheckText.of(plan.checks().get(i))));
        }
        plan.documents()
                .forEach(document -> text.append("document %s %s\n".formatted(document.name(), document.digest())));
        return text.toString();
    }

    private void instruction(int at) {
        Instruction instruction = Instruction.of(code[at]);
        text.append(String.format(Locale.ROOT, "%7d  %s", at, instruction));
        int width = 14 - instruction.name().length();
        int operand = at + 1;
        for (Operand kind : instruction.operands()) {
            text.append(operand == at + 1 ? " ".repeat(Math.max(1, width)) : ", ");
            text.append(operand(kind, operand));
            operand += kind.width();
        }
        text.append('\n');
    }

    private String operand(Operand kind, int at) {
        int operand = code[at];
        return switch (kind) {
            case VALUE -> value(operand);
            case SEGMENT -> segment(operand, code[at + 1]);
            case DESTINATION -> "to " + operand;
            case NUMBER -> Integer.toString(operand);
            case ROUTINE -> "routine " + operand;
            case CHOICE -> choice(plan.choices().get(operand));
            case EXPRESSION -> ExpressionText.of(plan.expressions().get(operand));
            case ALTERNATIVES -> alternatives(plan.alternatives().get(operand));
            case ENTRIES_TABLE -> entries(plan.entries().get(operand));
            case MESSAGE_TABLE -> message(plan.messages().get(operand));
            case WORD_TABLE -> WORDS.get(operand).toString();
            case ROLE -> ROLES.get(operand).toString();
            case DRAWING -> DRAWINGS.get(operand).toString();
            case CONTEXT -> "as " + CONTEXTS.get(operand).name().toLowerCase(Locale.ROOT);
        };
    }

    private String value(int operand) {
        return switch (operand) {
            case Op.NO_VALUE -> "nothing";
            case Op.SELF -> "here";
            default -> "." + plan.names().names().get(operand);
        };
    }

    private String segment(int offset, int length) {
        return quoted(new String(plan.segments(), offset, length, StandardCharsets.UTF_8));
    }

    private static String choice(Choice choice) {
        List<String> initial = IntStream.range(0, choice.initialCount())
                .mapToObj(i -> quoted(choice.options().get(choice.initial(i)).value()))
                .toList();
        return "among "
                + some(choice.options().stream()
                        .map(option -> quoted(option.value()))
                        .toList())
                + (initial.isEmpty() ? "" : " at first " + some(initial));
    }

    private static String alternatives(Plan.Alternatives alternatives) {
        List<String> fits = new ArrayList<>();
        for (Check check : alternatives.fits()) {
            fits.add(fits.size() + ": " + CheckText.of(check));
        }
        return fits.stream().collect(Collectors.joining("; ", "(", ")"));
    }

    private static String entries(Plan.Entries entries) {
        return "members but %s, like %s"
                .formatted(
                        some(entries.known()),
                        some(entries.patterns().stream()
                                .map(PlanListing::quoted)
                                .toList()));
    }

    private static String message(Plan.Message message) {
        String locales = message.translations().keySet().stream().sorted().collect(Collectors.joining(", "));
        return quoted(message.text()) + " or its translation (" + locales + ")";
    }

    /** The first of these, and how many more there are. */
    static String some(List<String> all) {
        String shown = all.stream().limit(MEMBERS_SHOWN).collect(Collectors.joining(", "));
        return all.size() > MEMBERS_SHOWN
                ? "[%s and %s more]".formatted(shown, all.size() - MEMBERS_SHOWN)
                : "[" + shown + "]";
    }

    /** A text on one line, between quotes, shortened. */
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().limit(SHOWN).forEach(c -> {
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                default -> {
                    if (Character.isISOControl(c)) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        int length = value.codePointCount(0, value.length());
        return length > SHOWN
                ? quoted + "\" and %s more".formatted(length - SHOWN)
                : quoted.append('"').toString();
    }
}
