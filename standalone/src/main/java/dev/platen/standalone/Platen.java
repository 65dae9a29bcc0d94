package dev.platen.standalone;

import io.quarkus.runtime.annotations.QuarkusMain;
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
            BrokerCommand.class
        },
        footer = {"", "For those who work on Platen, the launcher also knows: build, test, bench, images."})
public final class Platen {
    /** Runs one command; the exit status is 0, 1 where a document was refused, or 2 where the command was misused. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Platen()).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
