package dev.platen.standalone;

import dev.platen.broker.BrokerMain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The broker of {@code cluster}, as a process of its own. */
@Command(name = "broker", hidden = true, description = "Runs only the broker.")
final class BrokerCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "DATA_DIRECTORY [PORT [NODE CONTROLLER_PORT...]]")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        BrokerMain.main(arguments.toArray(String[]::new));
        Thread.currentThread().join(); // until SIGTERM, on which the broker stops itself
        return 0;
    }
}
