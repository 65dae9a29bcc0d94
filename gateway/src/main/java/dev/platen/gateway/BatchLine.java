package dev.platen.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome;
import dev.platen.engine.problem.ProblemJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One line of a batch: what is asked for, and what comes of it. Where there is too much to do, it waits its turn. */
final class BatchLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final long TRY_AGAIN_MILLIS = 200;

    /** What a line needs of the gateway. */
    record Services(Heads heads, Pages pages) {}

    /** What came of a line: a line. */
    interface Outcome {
        /** Takes the line, on any thread, once. */
        void accept(byte[] line, boolean isFailure);
    }

    private final Services services;
    private final TenantId tenant;
    private final long number;
    private final Outcome outcome;
    private final long endNanos;
    private String id = "null";

    /**
     * A line that has not been read yet.
     *
     * @param number its number, from 1, by which it is told from others without an id
     * @param endNanos when it is given up, in the time of {@link System#nanoTime}
     */
    BatchLine(Services services, TenantId tenant, long number, long endNanos, Outcome outcome) {
        this.services = services;
        this.tenant = tenant;
        this.number = number;
        this.endNanos = endNanos;
        this.outcome = outcome;
    }

    /** Reads the line and has it rendered; what the line does not say of the presentation, {@code query} says. */
    void work(byte[] line, Presentation query) {
        switch (Members.of(line, Limits.DEFAULT)) {
            case MembersOutcome.Refused(Problem problem) -> fail(problem.code(), ProblemJson.of(problem));
            case MembersOutcome.Sliced(var members) -> work(members, query);
        }
    }

    private void work(Map<String, byte[]> line, Presentation query) {
        Map<String, byte[]> request = new HashMap<>(line);
        byte[] given = request.remove("id");
        if (given != null) {
            id = new String(given, StandardCharsets.UTF_8);
        }
        try {
            SchemaName name = new SchemaName(RenderRequest.text(request.remove("schema"), "schema", ""));
            find(name, RenderRequest.of(request, query));
        } catch (IllegalArgumentException notUnderstood) {
            fail(new Problem(ProblemCode.REQUEST_MALFORMED, String.valueOf(notUnderstood.getMessage())));
        }
    }

    private void find(SchemaName name, RenderRequest request) {
        var _ = services.heads().current(tenant, name).thenAccept(found -> {
            switch (found) {
                case Heads.Known.Current(SchemaHead head, boolean _) ->
                    render(request.page(tenant, head, Excerpt.NONE));
                case Heads.Known.Unknown _ ->
                    fail(new Problem(ProblemCode.SCHEMA_UNKNOWN, "There is no schema '%s'.".formatted(name)));
                case Heads.Known.Unreachable _ -> again(() -> find(name, request), Requests.CACHE_AWAY);
            }
        });
    }

    private void render(PageRequest request) {
        services.pages().serve(request, new PageCollector() {
            @Override
            void complete(byte[] html, GatewayMetrics.Source source) {
                outcome.accept(success(request.key(), html), false);
            }

            @Override
            public void failed(ProblemCode code, byte[] problem) {
                if (code.isRetryable()) {
                    again(() -> render(request), code, problem);
                } else {
                    fail(code, problem);
                }
            }
        });
    }

    private void again(Runnable attempt, Problem problem) {
        again(attempt, problem.code(), ProblemJson.of(problem));
    }

    private void again(Runnable attempt, ProblemCode code, byte[] problem) {
        if (System.nanoTime() + Duration.ofMillis(TRY_AGAIN_MILLIS).toNanos() > endNanos) {
            fail(code, problem);
            return;
        }
        CompletableFuture.delayedExecutor(TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                .execute(attempt);
    }

    private void fail(Problem problem) {
        fail(problem.code(), ProblemJson.of(problem));
    }

    private void fail(ProblemCode code, byte[] problem) {
        outcome.accept(
                line(code.status(), json -> {
                    json.writeFieldName("problem");
                    json.writeRawValue(new String(problem, StandardCharsets.UTF_8));
                }),
                true);
    }

    private byte[] success(Digest key, byte[] html) {
        return line(200, json -> {
            json.writeStringField("digest", key.hex());
            json.writeStringField("html", new String(html, StandardCharsets.UTF_8));
        });
    }

    /** Writes what is particular to an outcome. */
    private interface Rest {
        void write(JsonGenerator json) throws IOException;
    }

    private byte[] line(int status, Rest rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("line", number);
            json.writeFieldName("id");
            json.writeRawValue(id);
            json.writeNumberField("status", status);
            rest.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return out.toByteArray();
    }
}
