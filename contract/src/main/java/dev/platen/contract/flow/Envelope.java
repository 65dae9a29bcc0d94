package dev.platen.contract.flow;

import dev.platen.contract.id.RequestId;
import dev.platen.contract.id.TenantId;
import java.time.Instant;

/**
 * What every request carries: who asks, until when the answer is of use, and where it goes.
 *
 * @param request names the request, from the gateway to the last reply
 * @param tenant whose request it is, taken from the credential
 * @param deadline after which nobody waits any more: the work is dropped and counted
 * @param replyPartition partition of {@code platen.replies} that the asking gateway reads
 */
public record Envelope(RequestId request, TenantId tenant, Instant deadline, int replyPartition) {
    /** Refuses a negative partition. */
    public Envelope {
        if (replyPartition < 0) {
            throw new IllegalArgumentException("reply partition must not be negative, found " + replyPartition);
        }
    }
}
