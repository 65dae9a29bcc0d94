package dev.platen.standalone;

import dev.platen.transport.DeadLetter;
import dev.platen.transport.DeadLetters;
import dev.platen.transport.KafkaClients;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The records that no worker could make anything of: what they are, and another try for them. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists the records that broke a worker, or sends them to the workers again.",
        subcommands = {DeadLettersCommand.ListCommand.class, DeadLettersCommand.ReplayCommand.class})
final class DeadLettersCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "choose list or replay");
    }

    /** Where Kafka is. */
    static final class Brokers {
        @Option(
                names = "--kafka",
                paramLabel = "HOST:PORT",
                defaultValue = "${env:PLATEN_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
                description = "Brokers; up and cluster print theirs (default: ${DEFAULT-VALUE}).")
        private String servers = "";

        DeadLetters letters() {
            return new DeadLetters(new KafkaClients(servers, Map.of()), InstantSource.system());
        }
    }

    /** One line for each. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Prints every dead letter, the oldest first: id, time, attempts, bytes, type, reason.")
    static final class ListCommand implements Callable<Integer> {
        @Mixin
        private Brokers brokers = new Brokers();

        @Override
        public Integer call() {
            AtomicInteger found = new AtomicInteger();
            brokers.letters().each(letter -> {
                found.incrementAndGet();
                System.out.printf(
                        "%s  %s  attempts %d  %d bytes  %s  %s%n",
                        letter.source(),
                        letter.time(),
                        letter.attempts(),
                        letter.bytes(),
                        letter.type(),
                        letter.reason());
            });
            System.err.printf("platen: %d dead letters%n", found.get());
            return CommandLine.ExitCode.OK;
        }
    }

    /** Another try. */
    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Sends dead letters to the topics that they came from, each with a new deadline.",
                "They stay in the list; what breaks its worker again is added to it."
            })
    static final class ReplayCommand implements Callable<Integer> {
        @Mixin
        private Brokers brokers = new Brokers();

        @ArgGroup(multiplicity = "1")
        private Choice choice = new Choice();

        /** Which ones. */
        static final class Choice {
            @Option(names = "--id", description = "One of them, as list prints it; may be repeated.")
            private List<String> ids = new ArrayList<>();

            @Option(names = "--all", description = "All of them.")
            private boolean all;
        }

        @Override
        public Integer call() {
            Set<String> missing = new HashSet<>(choice.ids);
            int sent = brokers.letters()
                    .replay(letter -> choice.all || choice.ids.contains(letter.source()), letter -> {
                        missing.remove(letter.source());
                        report(letter);
                    });
            missing.forEach(
                    id -> System.err.printf("platen: there is no work among the dead letters with id %s%n", id));
            System.err.printf("platen: %d sent again%n", sent);
            return missing.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }

        private static void report(DeadLetter letter) {
            System.out.printf("%s  sent to %s%n", letter.source(), letter.topic());
        }
    }
}
