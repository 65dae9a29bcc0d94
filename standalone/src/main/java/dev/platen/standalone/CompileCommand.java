package dev.platen.standalone;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.compile.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A document is compiled, for what the compiler says of it. */
@Command(
        name = "compile",
        mixinStandardHelpOptions = true,
        description = "Compiles a document and prints what the compiler found; exit status 1 where it is refused.")
final class CompileCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DOC", description = "The document: a JSON Schema, or {schema, uiSchema, data}.")
    private Path document = Path.of("");

    @Mixin
    private StoredFiles stored = new StoredFiles();

    @Option(
            names = "--explain",
            description =
                    "Print what each pass did and how long it took, the bounds of what rendering costs, and the plan,"
                            + " instruction by instruction.")
    private boolean isExplained;

    @Override
    public Integer call() throws IOException {
        Compiler compiler = new Compiler(Limits.DEFAULT, stored.registry());
        byte[] content = Files.readAllBytes(document);
        if (!isExplained) {
            return report(compiler.compile(content));
        }
        Explanation explanation = compiler.explain(content, Optional.empty(), System::nanoTime);
        int status = report(explanation.outcome());
        System.out.printf("%n%s", explanation.text(true));
        return status;
    }

    private int report(CompileOutcome outcome) {
        return switch (outcome) {
            case Rejected(Problem problem) -> Reports.print(document, problem);
            case Compiled compiled -> report(compiled);
        };
    }

    private int report(Compiled compiled) {
        Reports.print(document, compiled.warnings());
        System.out.printf("dialect  %s%n", compiled.dialect());
        System.out.printf("plan     %s%n", compiled.planDigest());
        if (!compiled.dependencies().isEmpty()) {
            System.out.printf("made of  %s%n", String.join(", ", compiled.dependencies()));
        }
        System.out.printf("size     %d bytes%n", compiled.encodedPlan().length);
        return 0;
    }
}
