package dev.platen.standalone;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A document is compiled, for what the compiler says of it. */
@Command(
        name = "compile",
        mixinStandardHelpOptions = true,
        description = "Compiles a document and prints what the compiler found; exit status 1 where it is refused.")
final class CompileCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DOC", description = "The document: a JSON Schema, or {schema, uiSchema, data}.")
    private Path document = Path.of("");

    @Override
    public Integer call() throws IOException {
        return switch (new Compiler(Limits.DEFAULT).compile(Files.readAllBytes(document))) {
            case Rejected(Problem problem) -> Reports.print(document, problem);
            case Compiled compiled -> report(compiled);
        };
    }

    private int report(Compiled compiled) {
        Reports.print(document, compiled.warnings());
        System.out.printf("dialect  %s%n", compiled.dialect());
        System.out.printf("plan     %s%n", compiled.planDigest());
        System.out.printf("size     %d bytes%n", compiled.encodedPlan().length);
        return 0;
    }
}
