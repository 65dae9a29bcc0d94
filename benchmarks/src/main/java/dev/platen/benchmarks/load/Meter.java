package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Jvm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Adds to a round what it cost the processors, in the processes that count. On a machine with other work to do, this is
 * the steadier figure: time that others take is not in it.
 */
record Meter(List<Jvm> processes) {
    /** Something that makes a round. */
    interface Driver {
        /** Makes it. */
        Round drive() throws IOException;
    }

    Round measure(Driver driver) throws IOException {
        Duration before = spent();
        Round round = driver.drive();
        return round.costing(spent().minus(before));
    }

    private Duration spent() {
        return processes.stream().map(Jvm::processorTime).reduce(Duration.ZERO, Duration::plus);
    }
}
