package dev.platen.render;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.FormSubmitted;
import dev.platen.contract.flow.Reply.DataValidated;
import dev.platen.contract.flow.Reply.FormAccepted;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work.RenderPage;
import dev.platen.contract.flow.Work.WithPlan;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.engine.problem.ProblemJson;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheName;
import dev.platen.transport.ChunkedReply;
import dev.platen.transport.Publisher;
import jakarta.inject.Singleton;

/** What this service says: chunks to the gateway that asked, pages to the cache, lost plans to the compiler. */
@Singleton
class RenderOutbox {
    private final Publisher publisher;
    private final CacheClient cache;

    RenderOutbox(Publisher publisher, CacheClient cache) {
        this.publisher = publisher;
        this.cache = cache;
    }

    ChunkedReply page(Envelope envelope) {
        return new ChunkedReply(publisher, envelope);
    }

    /** Answers with a form that was posted, to be mended or to be gone on with. */
    ChunkedReply form(Envelope envelope, boolean hasErrors) {
        return new ChunkedReply(publisher, envelope, hasErrors);
    }

    /** Answers once every replica in sync has the submission. */
    void accept(Envelope envelope, SchemaHead head, byte[] data, byte[] page) {
        FormSubmitted form = new FormSubmitted(envelope.tenant(), head, envelope.request(), data);
        var _ = publisher.append(form).whenComplete((_, failure) -> {
            if (failure == null) {
                var _ = publisher.reply(envelope, new FormAccepted(envelope.request(), page));
            } else {
                fail(
                        envelope,
                        new Problem(
                                ProblemCode.UNAVAILABLE,
                                "The form was not submitted: its log did not take it. Send it again."));
            }
        });
    }

    void validated(Envelope envelope, Validated validated) {
        var _ = publisher.reply(
                envelope, new DataValidated(envelope.request(), validated.isValid(), validated.toJson()));
    }

    void keep(RenderPage request, byte[] html) {
        String tag = RecordKeys.head(request.envelope().tenant(), request.head().name());
        cache.put(CacheName.PAGES, RecordKeys.page(tag, request.page()), html);
    }

    void recompile(WithPlan request) {
        var _ = publisher.recompile(request);
    }

    void fail(Envelope envelope, Problem problem) {
        var _ = publisher.reply(
                envelope, new RequestFailed(envelope.request(), problem.code(), ProblemJson.of(problem)));
    }
}
