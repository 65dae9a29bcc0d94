package dev.platen.gateway.admission;

import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.ProblemCode;
import java.util.Optional;

/** Decides whether one more request may reach the workers. Answers from a cache never ask. Thread-safe; never blocks. */
public final class Admission {
    private final TenantRates rates;
    private final ConcurrencyLimit limit;

    /**
     * Admits within these settings.
     *
     * @param maxInFlight the most that may ever be in flight, at least 1
     */
    public Admission(AdmissionConfig config, int maxInFlight) {
        rates = new TenantRates(config.tenantRequestsPerSecond(), System::nanoTime);
        limit = new ConcurrencyLimit(maxInFlight, System::nanoTime);
    }

    /** Why the request is refused; empty where it is admitted, and then {@link #ended} must follow. */
    public Optional<ProblemCode> refusal(TenantId tenant) {
        if (!rates.take(tenant)) {
            return Optional.of(ProblemCode.TOO_MANY_REQUESTS);
        }
        return limit.begin() ? Optional.empty() : Optional.of(ProblemCode.OVERLOADED);
    }

    /** The same for a request for which nobody waits: it has no place among those in flight, and does not end there. */
    public Optional<ProblemCode> batchRefusal(TenantId tenant) {
        return rates.take(tenant) ? Optional.empty() : Optional.of(ProblemCode.TOO_MANY_REQUESTS);
    }

    /** A request that was admitted has its answer, or will not get one in time. */
    public void ended(long nanos, boolean inTime) {
        limit.ended(nanos, inTime);
    }

    /** Whether the next request for which somebody waits would be refused. */
    public boolean isFull() {
        return limit.inFlight() >= limit.limit();
    }

    /** Requests in flight at the moment. */
    public int inFlight() {
        return limit.inFlight();
    }

    /** Requests that may be in flight at the moment. */
    public int limit() {
        return limit.limit();
    }
}
