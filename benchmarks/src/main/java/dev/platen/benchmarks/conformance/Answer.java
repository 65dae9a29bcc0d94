package dev.platen.benchmarks.conformance;

import java.util.List;

/** What a child process made of a message. */
sealed interface Answer {
    /** It answered in time. */
    record Answered(List<byte[]> parts) implements Answer {}

    /** It did not, and was ended. */
    record Late() implements Answer {}

    /** It ended by itself. */
    record Died(String how) implements Answer {}
}
