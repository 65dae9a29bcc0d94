package dev.platen.operator.reconcile;

import dev.platen.contract.flow.Notice.PoolDecision;
import dev.platen.operator.api.LastDecision;
import dev.platen.operator.api.Mode;
import dev.platen.operator.api.WorkerPool;
import java.time.Instant;

/** The last decision of a status, as it is told to those who have no right to read the resource. */
final class ToldDecision {
    private ToldDecision() {}

    static PoolDecision of(WorkerPool pool, LastDecision decision) {
        LastDecision.Counterfactual fewer = decision.counterfactual();
        return new PoolDecision(
                pool.getMetadata().getNamespace() + "/" + pool.getMetadata().getName(),
                pool.getSpec().tier().workers().label(),
                Instant.parse(decision.time()),
                pool.getSpec().mode() == Mode.AUTO,
                decision.from(),
                decision.to(),
                decision.bindingTerm(),
                PoolDecision.sentence(decision.explanation()),
                fewer == null ? "" : PoolDecision.sentence(fewer.explanation()));
    }
}
