package dev.platen.transport;

import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known about a schema as text: the dialect, then a line for each document that it refers to, {@code = name digest}
 * for those of the plan and {@code ? name digest} for those of a failed attempt, a hyphen where there is none of that name;
 * then an empty line and the problem.
 */
final class FactsText {
    private static final String NONE = "-";
    private static final String MADE = "=";
    private static final String TRIED = "?";

    private FactsText() {}

    static String write(SchemaFacts facts) {
        StringBuilder text = new StringBuilder(facts.dialect()).append('\n');
        facts.dependencies().forEach(dependency -> text.append(line(MADE, dependency)));
        facts.tried().forEach(dependency -> text.append(line(TRIED, dependency)));
        return text.append('\n').append(facts.problem()).toString();
    }

    private static String line(String mark, Dependency dependency) {
        Digest digest = dependency.digest();
        return "%s %s %s\n".formatted(mark, dependency.name(), digest == null ? NONE : digest.hex());
    }

    /** Reads what {@link #write} wrote; anything else throws IllegalArgumentException. */
    static SchemaFacts read(String text) {
        String[] parts = text.split("\n\n", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("the facts about a schema end with an empty line and the problem");
        }
        String[] lines = parts[0].split("\n", -1);
        List<Dependency> made = new ArrayList<>();
        List<Dependency> tried = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            String[] fields = line.split(" ", -1);
            if (fields.length != 3) {
                throw new IllegalArgumentException(
                        "a document that a schema refers to has a mark, a name and a digest");
            }
            (fields[0].equals(TRIED) ? tried : made).add(dependency(fields[1], fields[2]));
        }
        return new SchemaFacts(lines[0], made, tried, parts[1]);
    }

    private static Dependency dependency(String name, String digest) {
        return new Dependency(new SchemaName(name), digest.equals(NONE) ? null : new Digest(digest));
    }
}
