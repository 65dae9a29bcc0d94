package dev.platen.gateway.console;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.Reply.DataValidated;
import dev.platen.contract.flow.Reply.FormAccepted;
import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Reply.SchemaStored;
import dev.platen.contract.flow.Reply.SchemasAnswered;
import dev.platen.contract.flow.Work;
import dev.platen.gateway.console.Answer.Refused;
import dev.platen.gateway.console.Answer.Told;
import dev.platen.gateway.http.RequestScope;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.workers.Correlator;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks the workers for whoever sent a request, and goes on with their answer on the request's event loop. */
@Singleton
class Workers {
    private final Correlator correlator;

    Workers(Correlator correlator) {
        this.correlator = correlator;
    }

    /** Asks, in the name of the caller's tenant; to be called on the event loop of the request. */
    void ask(RoutingContext context, Function<Envelope, Work> work, Consumer<Answer> next) {
        Context loop = Requests.loop();
        correlator.ask(
                Requests.tenant(context),
                work,
                reply -> loop.runOnContext(_ -> RequestScope.within(context, () -> next.accept(answer(reply)))));
    }

    private static Answer answer(Reply reply) {
        return switch (reply) {
            case SchemaStored stored -> new Told(Json.read(stored.report()));
            case SchemasAnswered answered -> new Told(Json.read(answered.report()));
            case DataValidated validated -> new Told(Json.read(validated.report()));
            case RequestFailed failed -> new Refused(failed.code(), Json.read(failed.problem()));
            case PageChunk _, FormAccepted _ -> throw new IllegalStateException("the console asks for no pages here");
        };
    }
}
