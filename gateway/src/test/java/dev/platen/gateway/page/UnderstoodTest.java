package dev.platen.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.gateway.workers.Urgency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UnderstoodTest {
    private static final TenantId TENANT = new TenantId("one");
    private static final String ADDRESS = "/v1/schemas/order/render?theme=plain";
    private static final SchemaHead HEAD =
            new SchemaHead(new SchemaName("order"), Digest.of(new byte[] {1}), Digest.of(new byte[] {2}));

    private final Map<TenantId, SchemaHead> heads = new HashMap<>(Map.of(TENANT, HEAD));
    private final Understood understood = new Understood((tenant, head) -> head.equals(heads.get(tenant)));

    @Test
    void shouldKnowWhatAnAddressMeantAndGiveItNewTime() {
        // Given
        PageRequest first = remember(ADDRESS);

        // When
        PageRequest again = Objects.requireNonNull(understood.find(TENANT, ADDRESS));

        // Then
        assertThat(again.cacheKey()).isEqualTo(first.cacheKey());
        assertThat(again.urgency().endNanos()).isGreaterThan(first.urgency().endNanos());
    }

    @Test
    void shouldKnowNothingOnceTheNameStandsForAnotherVersion() {
        // Given
        remember(ADDRESS);
        heads.put(TENANT, HEAD.withPlan(Digest.of(new byte[] {3})));

        // When / Then
        assertThat(understood.find(TENANT, ADDRESS)).isNull();
    }

    @Test
    void shouldNotTellOneTenantWhatAnAddressMeansForAnother() {
        // Given
        remember(ADDRESS);
        TenantId other = new TenantId("other");
        heads.put(other, HEAD);

        // When / Then
        assertThat(understood.find(other, ADDRESS)).isNull();
    }

    @Test
    void shouldTakeAnAddressByItsEveryCharacter() {
        // Given
        remember(ADDRESS);

        // When / Then
        assertThat(understood.find(TENANT, ADDRESS + "&layout=fragment")).isNull();
    }

    private PageRequest remember(String address) {
        PageRequest page =
                RenderRequest.ofDefault(Presentation.DEFAULT).page(TENANT, HEAD, Excerpt.NONE, Urgency.interactive());
        understood.remember(TENANT, address, HEAD, page);
        return page;
    }
}
