package dev.platen.gateway.console;

import dev.platen.contract.problem.Problem;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Answers people who may not have what they asked for with a page, and programs with the problem as everywhere else. */
@Singleton
class Refusals {
    private final ConsolePages console;
    private final GatewayMetrics metrics;

    Refusals(ConsolePages console, GatewayMetrics metrics) {
        this.console = console;
        this.metrics = metrics;
    }

    /** Says why not; to be called on the event loop of the request. */
    void answer(RoutingContext context, Problem problem) {
        answer(context, problem, false);
    }

    /** Says which role this takes, and where somebody signs in who has it. */
    void answerRole(RoutingContext context, Problem problem) {
        answer(context, problem, true);
    }

    private void answer(RoutingContext context, Problem problem, boolean takesRole) {
        if (Requests.wantsJson(context)) {
            Problems.answer(context, metrics, problem);
            return;
        }
        metrics.problem(problem.code());
        console.answer(
                context,
                problem.code().status(),
                ConsoleDocument.REFUSED,
                Json.object().put("detail", problem.detail()).put("takesRole", takesRole));
    }
}
