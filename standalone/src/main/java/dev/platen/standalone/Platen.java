package dev.platen.standalone;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: chooses the command. */
@QuarkusMain
@Command(
        name = "platen",
        mixinStandardHelpOptions = true,
        version = "platen 0.1.0",
        description = "Turns schemas into accessible HTML, on the server.",
        subcommands = {
            UpCommand.class,
            ClusterCommand.class,
            RenderCommand.class,
            CompileCommand.class,
            ValidateCommand.class,
            DeadLettersCommand.class,
            BrokerCommand.class,
            KeyCommand.class,
            TrainCommand.class
        },
        footer = {
            "",
            "For those who work on Platen, the launcher also knows: build, test, bench, conformance, fuzz, images."
        })
public final class Platen {
    /** Runs one command; the exit status is 0, 1 where a document was refused, or 2 where the command was misused. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Platen()).setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println("platen: " + explain(failure));
            return CommandLine.ExitCode.USAGE;
        });
    }

    /** What whoever typed the command can do something about; anything else is a defect and keeps its trace. */
    private static String explain(Exception failure) throws Exception {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no file '%s'".formatted(missing.getFile());
            case IOException unreadable -> "a file cannot be read or written: " + unreadable.getMessage();
            case IllegalArgumentException misused -> String.valueOf(misused.getMessage());
            case IllegalStateException notPossible -> String.valueOf(notPossible.getMessage());
            default -> throw failure;
        };
    }
}
