package dev.platen.benchmarks.load;

/**
 * A request as it goes over the wire, and how its answer is known.
 *
 * @param request head and body
 * @param inHead what the head of a good answer contains
 * @param inBody what the body of a good answer contains; empty where any will do
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
record Call(byte[] request, byte[] inHead, byte[] inBody) {}
