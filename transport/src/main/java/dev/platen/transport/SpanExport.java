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
import java.util.regex.Pattern;

/** The SDK of OpenTelemetry, loaded only where there is an endpoint. What it cannot send it drops: its queue is bounded. */
final class SpanExport {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_WAITING = 2_048;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#\\s]+(?:/[^?#\\s]*)?");

    private SpanExport() {}

    /**
     * Traces as the settings say.
     *
     * @param endpoint the base address of the receiver, to which {@code /v1/traces} is added
     * @param service what the spans are said to come from
     */
    static Tracing to(String endpoint, TracingConfig config, String service) {
        BatchSpanProcessor sending = BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                        .setEndpoint(address(endpoint))
                        .setTimeout(PATIENCE)
                        .build())
                .setScheduleDelay(INTERVAL)
                .setMaxQueueSize(MOST_WAITING)
                .build();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio(config))))
                .addSpanProcessor(sending)
                .build();
        return new Tracing(provider.get("platen"), config.trustCallers(), () -> provider.shutdown()
                .join(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    private static String address(String endpoint) {
        if (!ADDRESS.matcher(endpoint).matches()) {
            throw new IllegalArgumentException(
                    "platen.tracing.endpoint must be an address such as http://collector:4318, found '%s'"
                            .formatted(endpoint));
        }
        return endpoint.replaceFirst("/$", "") + "/v1/traces";
    }

    private static double ratio(TracingConfig config) {
        if (!(config.ratio() >= 0 && config.ratio() <= 1)) {
            throw new IllegalArgumentException("platen.tracing.ratio must be between 0 and 1, found " + config.ratio());
        }
        return config.ratio();
    }
}
