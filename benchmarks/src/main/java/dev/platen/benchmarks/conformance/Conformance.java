package dev.platen.benchmarks.conformance;

import dev.platen.benchmarks.machine.Machine;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code platen conformance}: documents that nobody here wrote, and the renderers that they were written for. */
public final class Conformance {
    private static final int MISUSED = 2;
    private static final String CORPUS = "--corpus";

    private Conformance() {}

    /** Tries the corpora that the arguments name, or all; the exit status is 2 where the arguments say nothing. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("platen.root", System.getProperty("platen.home", ""));
        Optional<List<Corpus>> chosen = chosen(List.of(arguments));
        if (chosen.isEmpty()) {
            System.err.printf(
                    "platen conformance: expected [--corpus NAME]..., found '%s'. The corpora:%n%s",
                    String.join(" ", arguments), Corpus.list());
            System.exit(MISUSED);
        } else {
            run(chosen.get(), arguments.length == 0);
        }
    }

    /** What the arguments name; all where there are none; empty where they cannot be understood. */
    static Optional<List<Corpus>> chosen(List<String> arguments) {
        List<Corpus> chosen = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index += 2) {
            boolean isPair = arguments.get(index).equals(CORPUS) && index + 1 < arguments.size();
            Optional<Corpus> corpus = isPair ? Corpus.named(arguments.get(index + 1)) : Optional.empty();
            if (corpus.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(corpus.get());
        }
        return Optional.of(chosen.isEmpty() ? List.of(Corpus.values()) : chosen);
    }

    private static void run(List<Corpus> corpora, boolean isWhole) throws IOException {
        Path home = Home.path();
        Machine machine = Machine.look(home);
        Optional<NpmFolder> npm = NpmFolder.prepared(home);
        if (npm.isEmpty()) {
            System.out.println("no node or no npm on the PATH: what they fetch and run is skipped");
        }
        List<Result> results = new ArrayList<>();
        for (Corpus corpus : corpora) {
            tried(corpus, home, npm).ifPresent(results::add);
        }
        LocalDate date = LocalDate.now(Clock.systemUTC());
        String text = ResultText.of(date, machine, results);
        System.out.printf("%n%s%n", text);
        // Results of a part would replace those of the whole.
        Path folder = home.resolve(isWhole ? "benchmarks/results" : "benchmarks/target/conformance");
        Files.createDirectories(folder);
        Path markdown = Files.writeString(folder.resolve("conformance-%s.md".formatted(date)), text);
        Path json = Files.writeString(
                folder.resolve("conformance-%s.json".formatted(date)), ResultJson.of(date, machine, results));
        System.out.printf("written: %s%nwritten: %s%n", home.relativize(markdown), home.relativize(json));
    }

    private static Optional<Result> tried(Corpus corpus, Path home, Optional<NpmFolder> npm) throws IOException {
        Optional<Source> source = corpus.source(home, npm);
        if (source.isEmpty()) {
            System.out.printf("skipped %s: %s is not at hand%n", corpus.label(), corpus.origin());
            return Optional.empty();
        }
        try (Trial trial = new Trial(corpus, npm)) {
            Result result = trial.run(source.get());
            System.out.print(ResultText.row(result));
            return Optional.of(result);
        }
    }
}
