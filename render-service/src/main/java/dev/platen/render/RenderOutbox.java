package dev.platen.render;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Work.RenderPage;
import dev.platen.contract.id.Digest;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.problem.ProblemJson;
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

    void keep(Digest page, byte[] html) {
        cache.put(CacheName.PAGES, page.hex(), html);
    }

    void recompile(RenderPage request) {
        var _ = publisher.recompile(request);
    }

    void fail(Envelope envelope, Problem problem) {
        var _ = publisher.reply(
                envelope, new RequestFailed(envelope.request(), problem.code(), ProblemJson.of(problem)));
    }
}
