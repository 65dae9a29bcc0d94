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

    /** How all instances performed in the last minute, as {@code /v1/performance} tells it; a new tree. */
    public ObjectNode performance() {
        return JSON.valueToTree(fleet.performance());
    }

    /** The same with {@code bottlenecks} and {@code recommendations}. */
    public ObjectNode all() {
        Performance performance = fleet.performance();
        ObjectNode report = JSON.valueToTree(performance);
        report.set("bottlenecks", JSON.valueToTree(Bottlenecks.of(performance)));
        report.set("recommendations", JSON.valueToTree(Recommendations.of(performance)));
        return report;
    }
}
