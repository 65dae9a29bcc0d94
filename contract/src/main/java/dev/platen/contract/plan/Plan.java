package dev.platen.contract.plan;

import dev.platen.contract.id.DocumentVersion;
import java.util.List;
import java.util.Map;

/**
 * A compiled document. Immutable: nobody may write to its arrays. A plan is executed as it is, so one from elsewhere goes
 * through {@link PlanCodec}, which refuses whatever could not be executed.
 *
 * @param title title of the page, for people
 * @param defaultData JSON that is rendered where no data is given
 * @param segments UTF-8 of all that is known beforehand
 * @param code instructions, see {@link Op}
 * @param routines addresses of the code that calls itself
 * @param names the members that are read
 * @param choices the options among which values are looked up
 * @param expressions what is computed
 * @param alternatives for each choice between forms of a value, what holds for each of them
 * @param checks what {@link Check.Reference} refers to
 * @param entries the members that are found by what they are not
 * @param messages texts of the document that are translated
 * @param parts how the page is read when it is posted
 * @param documents the stored documents that the document is made of, by name: what the plan means depends on them
 */
public record Plan(
        String title,
        byte[] defaultData,
        byte[] segments,
        int[] code,
        List<Integer> routines,
        Names names,
        List<Choice> choices,
        List<Expression> expressions,
        List<Alternatives> alternatives,
        List<Check> checks,
        List<Entries> entries,
        List<Message> messages,
        Parts parts,
        List<DocumentVersion> documents) {
    /** Keeps copies of the lists. */
    public Plan {
        routines = List.copyOf(routines);
        choices = List.copyOf(choices);
        expressions = List.copyOf(expressions);
        alternatives = List.copyOf(alternatives);
        checks = List.copyOf(checks);
        entries = List.copyOf(entries);
        messages = List.copyOf(messages);
        documents = List.copyOf(documents);
    }

    /** The same plan, for a document that is made of these, too. */
    public Plan madeOf(List<DocumentVersion> stored) {
        return new Plan(
                title,
                defaultData,
                segments,
                code,
                routines,
                names,
                choices,
                expressions,
                alternatives,
                checks,
                entries,
                messages,
                parts,
                stored);
    }

    /** Whether a page may have parts that are loaded late; takes time in proportion to the code. */
    public boolean hasLateParts() {
        for (int at = 0; at < code.length; at += 1 + Op.operands(code[at])) {
            if (code[at] == Op.LAZY) {
                return true;
            }
        }
        return false;
    }

    /**
     * Forms of one value.
     *
     * @param fits what holds for each
     * @param initial the one that is shown where there is no value
     */
    public record Alternatives(List<Check> fits, int initial) {
        /** Keeps a copy. */
        public Alternatives {
            fits = List.copyOf(fits);
        }
    }

    /**
     * Members that no other part of the plan names.
     *
     * @param known those that are named
     * @param patterns one for each kind, in RE2 syntax; empty for every name. A member of no kind is left out.
     */
    public record Entries(List<String> known, List<String> patterns) {
        /** Keeps copies. */
        public Entries {
            known = List.copyOf(known);
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * A text of the document.
     *
     * @param text as it is written
     * @param translations by locale
     */
    public record Message(String text, Map<String, String> translations) {
        /** Keeps a copy. */
        public Message {
            translations = Map.copyOf(translations);
        }
    }
}
