package dev.platen.transport;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The SDK of OpenTelemetry, loaded only where there is an endpoint. What it cannot send it drops: its queue is bounded. */
final class SpanExport {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_WAITING = 2_048;

    private SpanExport() {}

    static Tracing to(String endpoint, double ratio, String service) {
        BatchSpanProcessor sending = BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.replaceFirst("/$", "") + "/v1/traces")
                        .setTimeout(PATIENCE)
                        .build())
                .setScheduleDelay(INTERVAL)
                .setMaxQueueSize(MOST_WAITING)
                .build();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .addSpanProcessor(sending)
                .build();
        return new Tracing(
                provider.get("platen"),
                true,
                () -> provider.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
}
