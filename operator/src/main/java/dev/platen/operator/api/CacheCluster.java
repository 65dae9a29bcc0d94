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

/** The cache nodes, whose number and memory the operator changes one at a time. Mutable; not thread-safe. */
@Group(WorkerPool.GROUP)
@Version("v1alpha1")
@Plural("cacheclusters")
@ShortNames("cc")
@AdditionalPrinterColumn(name = "Wanted", jsonPath = ".spec.replicas", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Nodes", jsonPath = ".status.replicas", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Balanced",
        jsonPath = ".status.conditions[?(@.type==\"Balanced\")].status",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Ready",
        jsonPath = ".status.conditions[?(@.type==\"Ready\")].status",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Step", jsonPath = ".status.step", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public final class CacheCluster extends CustomResource<CacheClusterSpec, CacheClusterStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    @Required
    public CacheClusterSpec getSpec() {
        return super.getSpec();
    }

    /** What the operator last wrote, null before its first visit. */
    @Override
    public @Nullable CacheClusterStatus getStatus() {
        return super.getStatus();
    }

    @Override
    @SuppressWarnings("NullAway") // the superclass allows an absent spec until one is read or set
    protected CacheClusterSpec initSpec() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // an absent status is told from an empty one
    protected CacheClusterStatus initStatus() {
        return null;
    }
}
