package dev.platen.gateway.performance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

/** All that {@code /v1/performance} and the addresses below it tell, as one tree for those who show it to people. */
@Singleton
public class FleetReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Fleet fleet;

    FleetReport(Fleet fleet) {
        this.fleet = fleet;
    }

    /** How all instances performed in the last minute, with {@code bottlenecks} and {@code recommendations}; a new tree. */
    public ObjectNode now() {
        Performance performance = Performance.of(fleet.readings());
        ObjectNode report = JSON.valueToTree(performance);
        report.set("bottlenecks", JSON.valueToTree(Bottlenecks.of(performance)));
        report.set("recommendations", JSON.valueToTree(Recommendations.of(performance)));
        return report;
    }
}
