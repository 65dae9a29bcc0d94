package dev.platen.transport;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Work;
import dev.platen.contract.problem.Problem;

/** What a lane feeds. Called from several threads at once. */
public interface Worker {
    /** Does the work and answers it; whatever it throws makes the work a dead letter. */
    void work(Work work);

    /** Tells whoever asked that the work cannot be done, and why. */
    void refuse(Envelope envelope, Problem problem);
}
