package dev.platen.standalone;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.Prepared;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import dev.platen.engine.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Data is checked against a document. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Validates data and prints the errors in JSON Schema's \"basic\" form; exit status 1 if there are any.")
final class ValidateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DOC",
            description = "The document: a JSON Schema, or an object with one in 'schema', beside whatever else.")
    private Path document = Path.of("");

    @Mixin
    private StoredFiles stored = new StoredFiles();

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "JSON data.")
    private Path data = Path.of("");

    @Option(
            names = "--locale",
            paramLabel = "L",
            defaultValue = "en",
            description = "Language of the messages: en, de, fr, es, ja or ar. Default: ${DEFAULT-VALUE}.")
    private String locale = "en";

    @Override
    public Integer call() throws IOException {
        return switch (new Validator(Limits.DEFAULT).prepare(Files.readAllBytes(document), stored.read())) {
            case Preparation.Rejected(Problem problem) -> Reports.print(document, problem);
            case Preparation.Ready(Prepared schema) -> report(schema.validate(Files.readAllBytes(data), locale));
        };
    }

    private int report(ValidationOutcome outcome) throws IOException {
        return switch (outcome) {
            case ValidationRejected(Problem problem) -> Reports.print(data, problem);
            case Validated validated -> {
                System.out.write(validated.toJson());
                System.out.println();
                yield validated.isValid() ? 0 : 1;
            }
        };
    }
}
