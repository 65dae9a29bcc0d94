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

/** A document that the operator keeps stored at the gateway. Mutable, as Kubernetes clients need it; not thread-safe. */
@Group(WorkerPool.GROUP)
@Version("v1alpha1")
@Plural("uischemas")
@ShortNames("uis")
@AdditionalPrinterColumn(name = "Schema", jsonPath = ".status.name", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Dialect", jsonPath = ".status.dialect", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Ready",
        jsonPath = ".status.conditions[?(@.type==\"Ready\")].status",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Reason",
        jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Revision", jsonPath = ".status.revision", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public final class UiSchema extends CustomResource<UiSchemaSpec, UiSchemaStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    @Required
    public UiSchemaSpec getSpec() {
        return super.getSpec();
    }

    /** What the operator last wrote, null before its first visit. */
    @Override
    public @Nullable UiSchemaStatus getStatus() {
        return super.getStatus();
    }

    @Override
    @SuppressWarnings("NullAway") // the superclass allows an absent spec until one is read or set
    protected UiSchemaSpec initSpec() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // an absent status is told from an empty one
    protected UiSchemaStatus initStatus() {
        return null;
    }

    /** The name under which the gateway stores it. */
    public String schemaName() {
        String written = getSpec().name();
        return written == null ? getMetadata().getName() : written;
    }
}
