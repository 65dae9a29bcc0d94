package dev.platen.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.compiler.Catalogue.Entry;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.flow.LogEntry.HeadRemoved;
import dev.platen.contract.flow.LogEntry.PlanRenewed;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.transport.HeadValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final SchemaName ADDRESS = new SchemaName("address");
    private static final SchemaName PERSON = new SchemaName("person");

    private final Catalogue catalogue = new Catalogue();

    @Test
    void shouldKnowWhatIsStaleFromTheLogAlone() {
        // Given
        store(ADDRESS, "first", 1);
        store(PERSON, "document", 2, made(ADDRESS, "first"));
        assertThat(catalogue.stale(10)).isEmpty();

        // When
        store(ADDRESS, "second", 3);

        // Then
        assertThat(catalogue.dependents(TENANT, ADDRESS)).containsExactly(PERSON);
        assertThat(catalogue.stale(10)).containsExactly(new Entry(TENANT, PERSON));
    }

    @Test
    void shouldTakeARenewedPlanUnlessANewerVersionWasStored() {
        // Given
        store(ADDRESS, "second", 1);
        store(PERSON, "document", 2, made(ADDRESS, "first"));
        SchemaFacts facts = SchemaFacts.upToDate("json-schema", List.of(made(ADDRESS, "second")));

        // When
        catalogue.apply(new PlanRenewed(TENANT, head(PERSON, "document"), 1, facts), 3);
        List<Entry> afterOneForAnother = catalogue.stale(10);
        catalogue.apply(new PlanRenewed(TENANT, head(PERSON, "document"), 2, facts), 4);

        // Then
        assertThat(afterOneForAnother).hasSize(1);
        assertThat(catalogue.stale(10)).isEmpty();
        assertThat(catalogue.find(TENANT, PERSON)).contains(new HeadValue(head(PERSON, "document"), 2, 4, facts));
    }

    @Test
    void shouldNotTryAgainWhatFailedBeforeSomethingChanges() {
        // Given
        store(ADDRESS, "second", 1);
        store(PERSON, "document", 2, made(ADDRESS, "first"));
        SchemaFacts failed = SchemaFacts.upToDate("json-schema", List.of(made(ADDRESS, "first")))
                .failed(List.of(made(ADDRESS, "second"), new Dependency(new SchemaName("gone"), null)), "why");

        // When
        catalogue.apply(new PlanRenewed(TENANT, head(PERSON, "document"), 2, failed), 3);

        // Then
        assertThat(catalogue.stale(10)).isEmpty();
        assertThat(catalogue.outdated()).isEqualTo(1);

        // When
        store(new SchemaName("gone"), "here again", 4);

        // Then
        assertThat(catalogue.stale(10)).containsExactly(new Entry(TENANT, PERSON));
    }

    @Test
    void shouldForgetWhatIsRemoved() {
        // Given
        store(ADDRESS, "first", 1);
        keep(PERSON, "document", 2);
        store(PERSON, "document", 3, made(ADDRESS, "first"));
        assertThat(catalogue.versions(TENANT, PERSON)).containsExactly(new StoredVersion(digest("document"), 2));

        // When
        catalogue.apply(new HeadRemoved(TENANT, PERSON), 4);

        // Then
        assertThat(catalogue.find(TENANT, PERSON)).isEmpty();
        assertThat(catalogue.versions(TENANT, PERSON)).isEmpty();
        assertThat(catalogue.dependents(TENANT, ADDRESS)).isEmpty();
        assertThat(catalogue.size()).isEqualTo(1);
    }

    @Test
    void shouldKeepTenantsApartAndNamesInOrder() {
        // Given
        Stream.of("c", "a", "b").forEach(name -> store(new SchemaName(name), name, 1));
        catalogue.apply(
                new HeadMoved(
                        new TenantId("other"),
                        head(new SchemaName("d"), "d"),
                        SchemaFacts.upToDate("element", List.of())),
                1);

        // When
        List<HeadValue> page = catalogue.page(TENANT, "a", 5);

        // Then
        assertThat(page).extracting(value -> value.head().name().value()).containsExactly("b", "c");
    }

    private void keep(SchemaName name, String document, long offset) {
        catalogue.apply(
                new SourceStored(TENANT, name, digest(document), document.getBytes(StandardCharsets.UTF_8)), offset);
    }

    private void store(SchemaName name, String document, long offset, Dependency... dependencies) {
        SchemaFacts facts = SchemaFacts.upToDate("json-schema", List.of(dependencies));
        catalogue.apply(new HeadMoved(TENANT, head(name, document), facts), offset);
    }

    private static SchemaHead head(SchemaName name, String document) {
        return new SchemaHead(name, digest(document), digest("plan of " + document));
    }

    private static Dependency made(SchemaName name, String document) {
        return new Dependency(name, digest(document));
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
