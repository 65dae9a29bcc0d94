package dev.platen.operator.schema;

import dev.platen.operator.api.UiSchema;
import dev.platen.operator.api.UiSchemaSpec.DeletionPolicy;
import dev.platen.operator.api.UiSchemaStatus;
import dev.platen.operator.report.Events;
import dev.platen.operator.report.Finding;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a document when its resource is new or has changed, looks every minute whether the gateway still has it, and sends it
 * again where it has not. Only a resource whose deletion policy is Delete carries a finalizer.
 */
@ControllerConfiguration(name = "uischema", fieldManager = "platen-operator", triggerReconcilerOnAllEvents = true)
public final class UiSchemaReconciler implements Reconciler<UiSchema> {
    static final String FINALIZER = "platen.dev/stored-schema";

    private static final String READY = "Ready";
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final KubernetesClient client;
    private final Optional<SchemaGateway> gateway;
    private final Events events;
    private final InstantSource clock;

    /**
     * Works with this gateway.
     *
     * @param gateway empty where none is named: then resources say so, and nothing is done
     */
    public UiSchemaReconciler(
            KubernetesClient client, Optional<SchemaGateway> gateway, Events events, InstantSource clock) {
        this.client = client;
        this.gateway = gateway;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public UpdateControl<UiSchema> reconcile(UiSchema schema, Context<UiSchema> context) throws InterruptedException {
        if (context.isPrimaryResourceDeleted()) {
            return UpdateControl.noUpdate();
        }
        UiSchemaStatus status = visit(schema);
        if (status == null) {
            return UpdateControl.noUpdate();
        }
        List<Condition> before =
                schema.getStatus() == null ? List.of() : schema.getStatus().conditions();
        events.transitions(schema, before, status.conditions());
        UiSchema applied = new UiSchema();
        applied.getMetadata().setName(schema.getMetadata().getName());
        applied.getMetadata().setNamespace(schema.getMetadata().getNamespace());
        applied.setStatus(status);
        boolean answered = List.of("Stored", "Rejected")
                .contains(status.conditions().getFirst().getReason());
        return UpdateControl.patchStatus(applied).rescheduleAfter(answered ? LOOK : AGAIN);
    }

    /** The status that tells what was found and done; null where the resource may go. */
    @Nullable
    UiSchemaStatus visit(UiSchema schema) throws InterruptedException {
        if (gateway.isEmpty()) {
            return status(
                    schema,
                    finding(
                            false,
                            "NoGateway",
                            "no gateway is named: set platen.operator.gateway.url of the operator"));
        }
        boolean holds = schema.getMetadata().getFinalizers().contains(FINALIZER);
        boolean deletes = schema.getSpec().deletionPolicy() == DeletionPolicy.DELETE;
        if (schema.isMarkedForDeletion()) {
            return holds ? leave(schema, gateway.get(), deletes) : null;
        }
        if (holds != deletes) {
            hold(schema, deletes);
        }
        return keep(schema, gateway.get());
    }

    private @Nullable UiSchemaStatus leave(UiSchema schema, SchemaGateway stored, boolean deletes)
            throws InterruptedException {
        Optional<String> obstacle = deletes ? stored.delete(schema.schemaName()) : Optional.empty();
        if (obstacle.isPresent()) {
            return status(schema, finding(false, "DeletionFailed", obstacle.get()));
        }
        hold(schema, false);
        return null;
    }

    private void hold(UiSchema schema, boolean hold) {
        client.resources(UiSchema.class)
                .inNamespace(schema.getMetadata().getNamespace())
                .withName(schema.getMetadata().getName())
                .edit(found -> {
                    if (hold) {
                        found.addFinalizer(FINALIZER);
                    } else {
                        found.removeFinalizer(FINALIZER);
                    }
                    return found;
                });
    }

    private UiSchemaStatus keep(UiSchema schema, SchemaGateway stored) throws InterruptedException {
        UiSchemaStatus before = schema.getStatus();
        if (before == null || before.digest() == null || !answers(before, schema)) {
            return submit(schema, stored);
        }
        return switch (stored.look(schema.schemaName(), before.digest())) {
            case SchemaGateway.Holding.Same _ -> status(schema, stored(before.revision()));
            case SchemaGateway.Holding.Unanswered unanswered ->
                status(schema, finding(false, "GatewayUnavailable", unanswered.reason()));
            case SchemaGateway.Holding.Other _ -> {
                events.normal(schema, "DriftFound", "the gateway has another version, or none: it is sent again");
                yield submit(schema, stored);
            }
        };
    }

    /** Whether the status tells of this document: one that was refused is sent again, since what it refers to may be there now. */
    private static boolean answers(UiSchemaStatus status, UiSchema schema) {
        return Objects.equals(status.observedGeneration(), schema.getMetadata().getGeneration())
                && status.conditions().stream().noneMatch(condition -> "Rejected".equals(condition.getReason()));
    }

    private UiSchemaStatus submit(UiSchema schema, SchemaGateway stored) throws InterruptedException {
        return switch (stored.store(schema.schemaName(), schema.getSpec().source())) {
            case Submission.Stored done ->
                new UiSchemaStatus(
                        schema.getMetadata().getGeneration(),
                        schema.schemaName(),
                        done.digest(),
                        done.revision(),
                        done.dialect(),
                        first(done.diagnostics()),
                        clock.instant().toString(),
                        conditions(schema, stored(done.revision())));
            case Submission.Rejected rejected -> rejected(schema, rejected);
            case Submission.Unanswered unanswered ->
                status(schema, finding(false, "GatewayUnavailable", unanswered.reason()));
        };
    }

    /** The version that was stored before stays the current one, so its digest stays too. */
    private UiSchemaStatus rejected(UiSchema schema, Submission.Rejected rejected) {
        UiSchemaStatus before = schema.getStatus();
        return new UiSchemaStatus(
                schema.getMetadata().getGeneration(),
                schema.schemaName(),
                before == null ? null : before.digest(),
                before == null ? null : before.revision(),
                before == null ? null : before.dialect(),
                first(rejected.diagnostics()),
                clock.instant().toString(),
                conditions(schema, finding(false, "Rejected", message(rejected))));
    }

    private static String message(Submission.Rejected rejected) {
        return rejected.diagnostics().isEmpty()
                ? rejected.detail()
                : "%s; first at \"%s\": %s"
                        .formatted(
                                rejected.detail(),
                                rejected.diagnostics().getFirst().pointer(),
                                rejected.diagnostics().getFirst().message());
    }

    private static List<UiSchemaStatus.Finding> first(List<UiSchemaStatus.Finding> diagnostics) {
        return diagnostics.stream().limit(UiSchemaStatus.MOST_DIAGNOSTICS).toList();
    }

    /** The old figures under a new condition; the generation is answered only by an answer of the gateway. */
    private UiSchemaStatus status(UiSchema schema, Finding ready) {
        UiSchemaStatus before = schema.getStatus();
        return new UiSchemaStatus(
                before == null ? null : before.observedGeneration(),
                schema.schemaName(),
                before == null ? null : before.digest(),
                before == null ? null : before.revision(),
                before == null ? null : before.dialect(),
                before == null ? List.of() : before.diagnostics(),
                before == null ? null : before.lastSubmitTime(),
                conditions(schema, ready));
    }

    private List<Condition> conditions(UiSchema schema, Finding ready) {
        UiSchemaStatus before = schema.getStatus();
        return Finding.stamped(
                List.of(ready),
                before == null ? List.of() : before.conditions(),
                schema.getMetadata().getGeneration(),
                clock.instant());
    }

    private static Finding stored(@Nullable Long revision) {
        return finding(
                true, "Stored", "the gateway has this document" + (revision == null ? "" : " as revision " + revision));
    }

    private static Finding finding(boolean holds, String reason, String message) {
        return new Finding(READY, holds, reason, message);
    }
}
