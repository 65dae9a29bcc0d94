package dev.platen.transport;

import dev.platen.contract.flow.WorkerTier;

/**
 * What a lane takes, and how much of it.
 *
 * @param tier whose topic and group
 * @param pool the threads that work, which stay the caller's
 * @param rank which work of the pool goes first
 * @param inFlight records taken and not finished above which the lane pauses, at least 1 and at most
 *     {@value #MAX_IN_FLIGHT}
 */
public record Intake(WorkerTier tier, WorkPool pool, WorkPool.Rank rank, int inFlight) {
    /** What fits into memory, whatever anybody asks for. */
    static final int MAX_IN_FLIGHT = 4096;

    /** Brings the limit into its bounds. */
    public Intake {
        inFlight = Math.clamp(inFlight, 1, MAX_IN_FLIGHT);
    }
}
