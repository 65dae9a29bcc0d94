package dev.platen.benchmarks.conformance;

import dev.platen.benchmarks.oracle.Agreement;
import java.util.List;

/**
 * What came of one corpus.
 *
 * @param corpus which one
 * @param tally what the engine made of it
 * @param agreement with the peer; without fields where there is none
 * @param notRenderedByPeer samples that the peer did not render, and why
 * @param notRenderedByUs samples that the peer rendered and the engine did not
 */
record Result(
        Corpus corpus,
        Tally tally,
        Agreement agreement,
        List<String> notRenderedByPeer,
        List<String> notRenderedByUs) {}
