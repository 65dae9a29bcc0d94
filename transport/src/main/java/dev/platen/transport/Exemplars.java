package dev.platen.transport;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.prometheus.client.exemplars.DefaultExemplarSampler;
import io.prometheus.client.exemplars.ExemplarSampler;
import io.prometheus.client.exemplars.tracer.common.SpanContextSupplier;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The trace of one request beside the bucket of a histogram that it was counted in, where requests are traced. */
final class Exemplars {
    private static final int CHOSEN = 1;

    /** Instead of the one that Quarkus has, which knows no traces. */
    @Produces
    @Singleton
    @Alternative
    @Priority(CHOSEN)
    Optional<ExemplarSampler> sampler(Tracing tracing) {
        return tracing.isOn() ? Optional.of(new DefaultExemplarSampler(new CurrentSpan())) : Optional.empty();
    }

    /** The span of the thread that counts. */
    private record CurrentSpan() implements SpanContextSupplier {
        @Override
        public String getTraceId() {
            return current().getTraceId();
        }

        @Override
        public String getSpanId() {
            return current().getSpanId();
        }

        @Override
        public boolean isSampled() {
            return current().isSampled();
        }

        private static SpanContext current() {
            return Span.current().getSpanContext();
        }
    }
}
