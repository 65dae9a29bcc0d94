package dev.platen.benchmarks.conformance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.form.PostedForm;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.Validator;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The engine as a process that takes documents and says what became of them, within the limits of the product. */
final class Subject {
    private static final byte[] NO_PAGE = {};
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Presentation FRAGMENT = new Presentation("en", "plain", Presentation.Layout.FRAGMENT);

    private final Compiler compiler = new Compiler(Limits.DEFAULT);
    private final Validator validator = new Validator(Limits.DEFAULT);
    private final Renderer renderer = new Renderer(Limits.DEFAULT, "assets/");

    private Subject() {}

    /** Answers messages until the pipe is closed. */
    public static void main(String[] arguments) throws IOException {
        Subject subject = new Subject();
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        for (Optional<List<byte[]>> message = Messages.read(in); message.isPresent(); message = Messages.read(in)) {
            Messages.write(
                    out, subject.answer(message.get().getFirst(), message.get().getLast()));
        }
    }

    // Whatever escapes the engine is what this is looking for, the exhaustion of stack and heap included.
    private List<byte[]> answer(byte[] document, byte[] data) {
        try {
            return tried(document, data);
        } catch (Throwable escaped) {
            StackTraceElement[] trace = escaped.getStackTrace();
            String place = trace.length == 0 ? "" : " at " + trace[0];
            return reply(outcome("crashed", 0).put("how", escaped + place), NO_PAGE);
        }
    }

    private List<byte[]> tried(byte[] document, byte[] data) {
        long start = System.nanoTime();
        return switch (compiler.compile(document)) {
            case Rejected(Problem problem) -> reply(refusal(problem, false, start), NO_PAGE);
            case Compiled compiled -> rendered(document, compiled, data, start);
        };
    }

    private List<byte[]> rendered(byte[] document, Compiled compiled, byte[] data, long start) {
        WholePage page = new WholePage();
        long validation = System.nanoTime();
        View view = errors(
                compiled.plan(), document, data.length == 0 ? compiled.plan().defaultData() : data);
        long begin = start + System.nanoTime() - validation;
        return switch (renderer.render(compiled.plan(), data, view, FRAGMENT, page)) {
            case RenderRejected(Problem problem) -> reply(refusal(problem, true, begin), NO_PAGE);
            case Rendered _ ->
                reply(
                        outcome("rendered", begin)
                                .put("dialect", compiled.dialect())
                                .put("plan", compiled.planDigest().toString()),
                        page.toBytes());
        };
    }

    /** What is wrong with the data, as if it had been submitted. */
    private View errors(Plan plan, byte[] document, byte[] data) {
        return data.length > 0 && validator.validate(document, data) instanceof Validated validated
                ? new View(PostedForm.errors(plan, validated), Map.of(), Map.of(), Set.of())
                : View.NONE;
    }

    private static ObjectNode refusal(Problem problem, boolean isCompiled, long start) {
        ObjectNode node = outcome("refused", start)
                .put("compiled", isCompiled)
                .put("code", problem.code().label())
                .put("detail", problem.detail());
        ArrayNode findings = node.putArray("findings");
        problem.diagnostics().stream()
                .filter(finding -> finding.severity() == Diagnostic.Severity.ERROR)
                .forEach(finding -> findings.addObject()
                        .put("code", finding.code())
                        .put("pointer", finding.pointer())
                        .put("line", finding.line())
                        .put("message", finding.message()));
        return node;
    }

    private static ObjectNode outcome(String outcome, long start) {
        return MAPPER.createObjectNode().put("outcome", outcome).put("micros", (System.nanoTime() - start) / 1000);
    }

    private static List<byte[]> reply(ObjectNode outcome, byte[] page) {
        try {
            return List.of(MAPPER.writeValueAsBytes(outcome), page);
        } catch (IOException impossible) {
            throw new IllegalStateException("a tree can be written", impossible);
        }
    }
}
