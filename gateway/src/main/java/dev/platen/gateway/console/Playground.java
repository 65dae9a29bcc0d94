package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.flow.Precondition;
import dev.platen.contract.flow.Work.ExplainDocument;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.gateway.console.Answer.Refused;
import dev.platen.gateway.console.Answer.Told;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.identity.Authentication;
import dev.platen.gateway.identity.Role;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.page.PageCollector;
import dev.platen.gateway.page.Pages;
import dev.platen.gateway.page.RenderHandler;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** {@code /console/}: documents to try, with all that can be told about them. */
@Singleton
class Playground {
    private static final String FIRST_EXAMPLE = "sign-up";

    /** Pages of the playground show what somebody just wrote, so nothing of them runs or is sent anywhere. */
    private static final String SANDBOX =
            "sandbox; default-src 'none'; style-src 'self'; img-src 'self' https: data:; frame-ancestors 'self'";

    private final ConsolePages console;
    private final Workers workers;
    private final Pages pages;
    private final CacheClient cache;
    private final StoredDocuments documents;
    private final GatewayMetrics metrics;

    Playground(
            ConsolePages console,
            Workers workers,
            Pages pages,
            CacheClient cache,
            StoredDocuments documents,
            GatewayMetrics metrics) {
        this.console = console;
        this.workers = workers;
        this.pages = pages;
        this.cache = cache;
        this.documents = documents;
        this.metrics = metrics;
    }

    /** Shows an example, a stored document, or what was written before. */
    void show(RoutingContext context) {
        String draft = Requests.query(context, "draft", "");
        String stored = Requests.query(context, "schema", "");
        if (!draft.isEmpty()) {
            kept(context, new Digest(draft), found -> tell(context, found));
        } else if (!stored.isEmpty()) {
            documents.read(context, stored, document -> tell(context, Draft.of(Json.read(document), name(stored))));
        } else {
            String example = Requests.query(context, "example", FIRST_EXAMPLE);
            tell(context, Draft.of(Json.read(Examples.find(example)), example));
        }
    }

    private static String name(String version) {
        return version.replaceFirst("@.*", "");
    }

    /** Shows what was posted, and stores it where that was asked for. */
    void submit(RoutingContext context) {
        Fields fields = Fields.of(context);
        Draft draft = Draft.of(fields);
        if (fields.named("do").equals("store")) {
            store(context, draft);
        } else {
            tell(context, draft);
        }
    }

    private void store(RoutingContext context, Draft draft) {
        if (!Authentication.caller(context).role().includes(Role.AUTHOR)) {
            tell(context, draft, Notice.error("Storing takes the role author; your credential has another one."));
            return;
        }
        if (!SchemaName.isValid(draft.name())) {
            tell(
                    context,
                    draft,
                    Notice.error("Give it a name of up to 128 characters of a-z, 0-9, -, _ and ., found '%s'."
                            .formatted(draft.name())));
            return;
        }
        SchemaName name = new SchemaName(draft.name());
        byte[] document = Composition.of(draft).bytes();
        workers.ask(
                context,
                envelope -> new StoreSchema(envelope, name, Precondition.NONE, document),
                answer -> tell(
                        context,
                        draft,
                        switch (answer) {
                            case Told _ -> Notice.stored(name);
                            case Refused refused -> Notice.error("It was not stored. " + refused.detail());
                        }));
    }

    private void tell(RoutingContext context, Draft draft) {
        tell(context, draft, Notice.NONE);
    }

    /** Keeps the draft, so that the frame with its page finds it, and tells all about it. */
    private void tell(RoutingContext context, Draft draft, Notice notice) {
        byte[] kept = Json.bytes(draft.toJson());
        Digest digest = Digest.of(kept);
        Context loop = Requests.loop();
        var _ = cache.store(CacheName.DATA, RecordKeys.data(Requests.tenant(context), digest), kept)
                .thenAccept(_ -> loop.runOnContext(
                        _ -> explain(context, new Telling(draft, digest, Composition.of(draft), notice))));
    }

    private void explain(RoutingContext context, Telling telling) {
        byte[] document = telling.composition().bytes();
        workers.ask(
                context,
                envelope -> new ExplainDocument(envelope, telling.draft().dialect(), document),
                answer -> {
                    switch (answer) {
                        case Told(JsonNode report) -> render(context, telling, report);
                        case Refused refused -> answer(context, telling.refused(refused.problem()));
                    }
                });
    }

    private void render(RoutingContext context, Telling telling, JsonNode report) {
        Context loop = Requests.loop();
        long started = System.nanoTime();
        page(Requests.tenant(context), telling.draft(), telling.composition(), new PageCollector() {
            @Override
            public void complete(byte[] html, GatewayMetrics.Source source) {
                long nanos = System.nanoTime() - started;
                loop.runOnContext(_ -> answer(
                        context, telling.rendered(report, html, source.label(), nanos, Requests.origin(context))));
            }

            @Override
            public void failed(ProblemCode code, byte[] problem) {
                loop.runOnContext(_ -> answer(context, telling.refused(Json.read(problem))));
            }
        });
    }

    private void answer(RoutingContext context, ObjectNode data) {
        console.answer(context, 200, ConsoleDocument.PLAYGROUND, data);
    }

    private void page(TenantId tenant, Draft draft, Composition composition, PageCollector collector) {
        pages.serve(
                RenderHandler.ofDocument(tenant, composition.bytes(), draft.dialect(), draft.presentation()),
                collector);
    }

    /** The page of a draft alone, for the frame that shows it. */
    void preview(RoutingContext context) {
        Context loop = Requests.loop();
        kept(
                context,
                new Digest(Requests.pathParameter(context)),
                draft -> page(Requests.tenant(context), draft, Composition.of(draft), new PageCollector() {
                    @Override
                    public void complete(byte[] html, GatewayMetrics.Source source) {
                        loop.runOnContext(_ -> {
                            context.response().putHeader("content-security-policy", SANDBOX);
                            ConsolePages.send(context, 200, html);
                        });
                    }

                    @Override
                    public void failed(ProblemCode code, byte[] problem) {
                        loop.runOnContext(_ -> Problems.answer(context, metrics, code, problem));
                    }
                }));
    }

    private void kept(RoutingContext context, Digest digest, Consumer<Draft> next) {
        Context loop = Requests.loop();
        var _ = cache.find(CacheName.DATA, RecordKeys.data(Requests.tenant(context), digest))
                .thenAccept(lookedUp -> loop.runOnContext(_ -> {
                    switch (lookedUp) {
                        case LookUp.Found(byte[] draft)
                        when Digest.of(draft).equals(digest) -> next.accept(Draft.kept(Json.read(draft)));
                        case LookUp.Found _, LookUp.Absent _ ->
                            Problems.answer(
                                    context,
                                    metrics,
                                    ProblemCode.FRAGMENT_GONE,
                                    "What was written there is no longer kept. Render it again.");
                        case LookUp.Unreachable _ -> Requests.unreachable(context, metrics);
                    }
                }));
    }
}
