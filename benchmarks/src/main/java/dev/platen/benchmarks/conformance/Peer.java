package dev.platen.benchmarks.conformance;

import java.time.Duration;
import java.util.Optional;

/** Renderers that documents were written for. */
enum Peer {
    RJSF("rjsf 6.11.1", "rjsf.mjs"),
    JSON_FORMS("JSON Forms 3.7.0, vanilla renderers", "jsonforms.mjs"),
    NONE("", "");

    private static final Duration HARD_LIMIT = Duration.ofSeconds(20);

    private final String label;
    private final String script;

    Peer(String label, String script) {
        this.label = label;
        this.script = script;
    }

    String label() {
        return label;
    }

    /** Its process; empty where there is no peer or no node to run it. */
    Optional<Child> start(Optional<NpmFolder> npm) {
        return this == NONE ? Optional.empty() : npm.map(folder -> new Child(folder.script(script), HARD_LIMIT));
    }
}
