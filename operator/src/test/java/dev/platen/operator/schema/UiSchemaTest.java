package dev.platen.operator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.operator.api.UiSchema;
import dev.platen.operator.api.UiSchemaSpec;
import dev.platen.operator.api.UiSchemaSpec.DeletionPolicy;
import dev.platen.operator.api.UiSchemaStatus;
import dev.platen.operator.report.Events;
import dev.platen.operator.testing.FakeWorkers;
import dev.platen.operator.testing.ManualClock;
import dev.platen.operator.testing.MockApiServer;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UiSchemaTest {
    private static final String DOCUMENT = "{\"type\": \"object\"}";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T12:00:00Z"));

    @TempDir
    Path folder;

    private MockApiServer api;
    private FakeGateway gateway;
    private UiSchemaReconciler reconciler;

    @BeforeEach
    void start() throws IOException {
        api = MockApiServer.start();
        gateway = new FakeGateway();
        Path key = Files.writeString(folder.resolve("key"), "secret\n");
        reconciler = reconciler(Optional.of(new SchemaGateway(gateway.address(), Optional.of(key))));
    }

    private UiSchemaReconciler reconciler(Optional<SchemaGateway> to) {
        return new UiSchemaReconciler(api.client(), to, new Events(api.client(), clock), clock);
    }

    @AfterEach
    void stop() {
        gateway.close();
        api.close();
    }

    @Test
    void shouldStoreANewDocumentUnderItsNameAndShowItsKey() throws Exception {
        // Given
        create("sign up/2", DOCUMENT, DeletionPolicy.RETAIN);

        // When
        UiSchemaStatus status = visit();

        // Then
        assertThat(gateway.stored).containsEntry("sign up/2", DOCUMENT);
        assertThat(gateway.calls).containsExactly("PUT sign up/2 Bearer secret");
        assertThat(status.digest()).isEqualTo(FakeGateway.digest(DOCUMENT));
        assertThat(status.revision()).isEqualTo(7);
        assertThat(status.dialect()).isEqualTo("json-schema");
        assertThat(ready(status)).isEqualTo("True Stored: the gateway has this document as revision 7");
        assertThat(resource().get().getMetadata().getFinalizers()).isEmpty();
    }

    @Test
    void shouldOnlyLookAtWhatItHasStored() throws Exception {
        // Given
        create(null, DOCUMENT, DeletionPolicy.RETAIN);
        visit();

        // When
        UiSchemaStatus status = visit();

        // Then
        assertThat(gateway.calls).containsExactly("PUT sign-up Bearer secret", "GET sign-up Bearer secret");
        assertThat(ready(status)).startsWith("True Stored");
    }

    @Test
    void shouldTellWhatTheCompilerFoundAndTryAgain() throws Exception {
        // Given
        create(null, "{\"type\": \"bad\"}", DeletionPolicy.RETAIN);

        // When
        UiSchemaStatus status = visit();
        visit();

        // Then
        assertThat(ready(status)).isEqualTo("False Rejected: 1 error; first at \"/type\": found 'bad'");
        assertThat(status.diagnostics())
                .containsExactly(new UiSchemaStatus.Finding("error", "unknown-type", "/type", 1, "found 'bad'"));
        assertThat(gateway.calls).hasSize(2).allMatch(call -> call.startsWith("PUT"));
    }

    @Test
    void shouldSendTheDocumentAgainWhereTheGatewayHasAnotherOrNone() throws Exception {
        // Given
        create(null, DOCUMENT, DeletionPolicy.RETAIN);
        visit();

        // When
        gateway.stored.put("sign-up", "{\"title\": \"by hand\"}");
        visit();
        String afterChange = gateway.stored.get("sign-up");
        gateway.stored.clear();
        visit();

        // Then
        assertThat(afterChange).isEqualTo(DOCUMENT);
        assertThat(gateway.stored).containsEntry("sign-up", DOCUMENT);
        assertThat(api.client()
                        .v1()
                        .events()
                        .inNamespace(FakeWorkers.NAMESPACE)
                        .list()
                        .getItems())
                .extracting(event -> event.getReason())
                .containsExactly("DriftFound", "DriftFound");
    }

    @Test
    void shouldKeepWhatItKnowsWhileTheGatewayIsAway() throws Exception {
        // Given
        create(null, DOCUMENT, DeletionPolicy.RETAIN);
        visit();
        gateway.answers(false);

        // When
        UiSchemaStatus status = visit();

        // Then
        assertThat(ready(status))
                .isEqualTo("False GatewayUnavailable: the gateway answered with status 503: try later");
        assertThat(status.digest()).isEqualTo(FakeGateway.digest(DOCUMENT));
    }

    @Test
    void shouldDeleteTheStoredSchemaFirstWhereThePolicySaysSo() throws Exception {
        // Given
        create(null, DOCUMENT, DeletionPolicy.DELETE);
        visit();
        gateway.referredTo(true);
        resource().delete();

        // When
        UiSchemaStatus refused = visit();
        gateway.referredTo(false);
        reconciler.visit(resource().get());

        // Then
        assertThat(ready(refused))
                .isEqualTo("False DeletionFailed: the gateway answered with status 409: person refers to it");
        assertThat(gateway.stored).isEmpty();
        assertThat(resource().get()).isNull();
    }

    @Test
    void shouldLetGoOfAResourceWhosePolicyBecameRetain() throws Exception {
        // Given
        create(null, DOCUMENT, DeletionPolicy.DELETE);
        visit();
        boolean held = resource().get().getMetadata().getFinalizers().contains(UiSchemaReconciler.FINALIZER);

        // When
        resource().edit(schema -> {
            schema.setSpec(new UiSchemaSpec(null, DOCUMENT, DeletionPolicy.RETAIN));
            return schema;
        });
        visit();

        // Then
        assertThat(held).isTrue();
        assertThat(resource().get().getMetadata().getFinalizers()).isEmpty();
    }

    @Test
    void shouldSayThatNoGatewayIsNamed() throws Exception {
        // Given
        create(null, DOCUMENT, DeletionPolicy.DELETE);
        reconciler = reconciler(Optional.empty());

        // When
        UiSchemaStatus status = visit();

        // Then
        assertThat(ready(status)).startsWith("False NoGateway");
        assertThat(gateway.calls).isEmpty();
    }

    private void create(@Nullable String name, String source, DeletionPolicy policy) {
        UiSchema schema = new UiSchema();
        schema.getMetadata().setName("sign-up");
        schema.getMetadata().setNamespace(FakeWorkers.NAMESPACE);
        schema.setSpec(new UiSchemaSpec(name, source, policy));
        api.client().resource(schema).create();
    }

    /** Visits the resource as it is, and writes the status. */
    private UiSchemaStatus visit() throws InterruptedException {
        UiSchemaStatus status =
                Objects.requireNonNull(reconciler.visit(resource().get()));
        resource().editStatus(schema -> {
            schema.setStatus(status);
            return schema;
        });
        return status;
    }

    private Resource<UiSchema> resource() {
        return api.client()
                .resources(UiSchema.class)
                .inNamespace(FakeWorkers.NAMESPACE)
                .withName("sign-up");
    }

    private static String ready(UiSchemaStatus status) {
        var ready = status.conditions().getFirst();
        return "%s %s: %s".formatted(ready.getStatus(), ready.getReason(), ready.getMessage());
    }
}
