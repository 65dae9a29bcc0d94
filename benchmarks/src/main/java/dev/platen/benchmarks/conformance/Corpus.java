package dev.platen.benchmarks.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents to try. */
enum Corpus {
    JSON_FORMS("json-forms", "@jsonforms/examples 3.7.0", "jsonforms", Peer.JSON_FORMS, 1),
    RJSF("rjsf", "samples of @datalayer/primer-rjsf 1.0.1", "rjsf", Peer.RJSF, 1),
    SCHEMASTORE("schemastore", "schemastore 0.2.2; rjsf renders every eighth", "schemastore", Peer.RJSF, 8),
    KUBERNETES("kubernetes", "definitions of Kubernetes, each entered by $ref", "kubernetes", Peer.NONE, 1),
    FHIR("fhir", "definitions of FHIR R4, each entered by $ref", "fhir", Peer.NONE, 1),
    STRINGS("blns", "blns 2.0.4 as words, data, options and names", "blns", Peer.NONE, 1),
    EXAMPLES("examples", "examples of this repository", "examples", Peer.RJSF, 1),
    CASES("cases", "cases of the tests, one for each option", "engine/src/test/resources/FormTest", Peer.RJSF, 1),
    DRAFT_2020_12("draft2020-12", "JSON Schema test suite", "json-schema-test-suite/tests/draft2020-12", Peer.NONE, 1),
    DRAFT_7("draft7", "JSON Schema test suite", "json-schema-test-suite/tests/draft7", Peer.NONE, 1),
    JSON_DATA("json-data", "JSONTestSuite as data", "json-test-suite/test_parsing", Peer.NONE, 1),
    JSON_DOCUMENTS("json-documents", "JSONTestSuite as documents", "json-test-suite/test_parsing", Peer.NONE, 1);

    private final String label;
    private final String origin;
    private final String place;
    private final Peer peer;
    private final int peerStep;

    Corpus(String label, String origin, String place, Peer peer, int peerStep) {
        this.label = label;
        this.origin = origin;
        this.place = place;
        this.peer = peer;
        this.peerStep = peerStep;
    }

    String label() {
        return label;
    }

    String origin() {
        return origin;
    }

    Peer peer() {
        return peer;
    }

    /** Whether the peer renders the sample that stands at this place. */
    boolean isForPeer(int index) {
        return peer != Peer.NONE && index % peerStep == 0;
    }

    /** Where its samples are; empty where this machine does not have them. */
    Optional<Source> source(Path home, Optional<NpmFolder> npm) {
        Optional<Path> shared =
                shared(home).map(folder -> folder.resolve(place)).filter(Files::isDirectory);
        return switch (this) {
            case JSON_FORMS, RJSF, SCHEMASTORE, KUBERNETES, FHIR, STRINGS ->
                npm.map(folder -> new NpmSource(folder, place));
            case CASES -> Optional.of(Folders.cases(home.resolve(place)));
            case EXAMPLES -> Optional.of(Folders.documents(home.resolve(place)));
            case DRAFT_2020_12, DRAFT_7 -> shared.map(Folders::suite);
            case JSON_DATA -> shared.map(Folders::data);
            case JSON_DOCUMENTS -> shared.map(Folders::texts);
        };
    }

    /** The folder {@code shared/corpora} beside the repository, or above. */
    private static Optional<Path> shared(Path home) {
        return Stream.iterate(home.getParent(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/corpora"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    static Optional<Corpus> named(String label) {
        return Arrays.stream(values())
                .filter(corpus -> corpus.label.equals(label))
                .findFirst();
    }

    static String list() {
        return Arrays.stream(values())
                .map(corpus -> "  %-15s %s%n".formatted(corpus.label, corpus.origin))
                .collect(Collectors.joining());
    }
}
