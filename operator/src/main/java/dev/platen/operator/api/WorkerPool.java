package dev.platen.operator.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Workers of one tier that the operator scales and tunes. Mutable, as Kubernetes clients need it; not thread-safe. */
@Group(WorkerPool.GROUP)
@Version("v1alpha1")
@Plural("workerpools")
@ShortNames("wp")
@AdditionalPrinterColumn(name = "Tier", jsonPath = ".spec.tier", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Mode", jsonPath = ".spec.mode", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Pinned", jsonPath = ".spec.replicas", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Replicas", jsonPath = ".status.replicas", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Desired",
        jsonPath = ".status.desiredReplicas",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Because",
        jsonPath = ".status.lastDecision.bindingTerm",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Lag", jsonPath = ".status.observed.lag", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Ready",
        jsonPath = ".status.conditions[?(@.type==\"Ready\")].status",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public final class WorkerPool extends CustomResource<WorkerPoolSpec, WorkerPoolStatus> implements Namespaced {
    /** API group of Platen's resources. */
    public static final String GROUP = "platen.dev";

    private static final long serialVersionUID = 1L;

    @Override
    @Required
    public WorkerPoolSpec getSpec() {
        return super.getSpec();
    }

    /** What the operator last wrote, null before its first visit. */
    @Override
    public @Nullable WorkerPoolStatus getStatus() {
        return super.getStatus();
    }

    @Override
    @SuppressWarnings("NullAway") // the superclass allows an absent spec until one is read or set
    protected WorkerPoolSpec initSpec() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // an absent status is told from an empty one
    protected WorkerPoolStatus initStatus() {
        return null;
    }
}
