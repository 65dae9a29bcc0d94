package dev.platen.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** {@code platen fuzz}: puts made-up bytes through targets, one after the other, and names the file of every finding. */
public final class Fuzz {
    private static final int FOUND = 1;
    private static final int MISUSED = 2;
    private static final int DEFAULT_MINUTES = 5;
    private static final String HELP = """
            Usage: platen fuzz [TARGET...] [--minutes N]

            Puts bytes that nobody would write through the engine for N minutes a target (%s).
            Inputs that reach new code are kept in fuzz/target/corpus and tried first the next time.
            An input that breaks a rule is kept in fuzz/findings, and the exit status is 1. Once it is fixed,
            move that file to fuzz/src/test/resources/FuzzTest/TARGET: the tests try it from then on.

            Targets, all of them unless some are named: %s
            """.formatted(DEFAULT_MINUTES, Target.labels());

    private Fuzz() {}

    /** Runs; the exit status is 0, 1 where something was found, or 2 where the arguments say nothing. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        Optional<Wish> wish = Wish.read(arguments);
        if (wish.isEmpty()) {
            System.err.printf("platen fuzz: '%s' is not understood.%n%n%s", String.join(" ", arguments), HELP);
            System.exit(MISUSED);
        } else {
            System.exit(run(wish.get(), Path.of(System.getProperty("platen.home", "."))) ? 0 : FOUND);
        }
    }

    private static boolean run(Wish wish, Path home) throws IOException, InterruptedException {
        List<String> broken = new ArrayList<>();
        for (Target target : wish.targets()) {
            System.out.printf("%s: %d min%n", target.label(), wish.minutes());
            Optional<Path> finding = new Run(target, home).last(wish.minutes());
            finding.ifPresent(file -> broken.add("%s: %s".formatted(target.label(), home.relativize(file))));
        }
        broken.forEach(finding -> System.out.println("found  " + finding));
        System.out.printf(
                "%d of %d targets hold%n",
                wish.targets().size() - broken.size(), wish.targets().size());
        return broken.isEmpty();
    }

    /** What the arguments ask for. */
    record Wish(List<Target> targets, int minutes) {
        private static final int MAX_DIGITS = 4;

        static Optional<Wish> read(String[] arguments) {
            Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
            List<Target> targets = new ArrayList<>();
            int minutes = DEFAULT_MINUTES;
            while (!left.isEmpty()) {
                String argument = left.pop();
                Optional<Target> target = Target.named(argument);
                if (target.isPresent()) {
                    targets.add(target.get());
                } else if (argument.equals("--minutes") && !left.isEmpty() && isNumber(left.peek())) {
                    minutes = Integer.parseInt(left.pop());
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(new Wish(targets.isEmpty() ? List.of(Target.values()) : targets, minutes));
        }

        private static boolean isNumber(String text) {
            return text.length() <= MAX_DIGITS && text.matches("[1-9][0-9]*");
        }
    }
}
