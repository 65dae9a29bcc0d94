package dev.platen.benchmarks.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.platen.benchmarks.render.RenderData;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.Prepared;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.Validator;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Data that fits its schema, validated from bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class ValidateBenchmark {
    private static final int KILOBYTES = 10;

    private final JsonMapper mapper = new JsonMapper();
    private final byte[] document = RenderData.document();
    private final byte[] json = RenderData.json(KILOBYTES);
    private final Validator validator = new Validator(Limits.DEFAULT);
    private final Prepared schema = platenSchema();
    private final Schema prepared = schema();

    /** Refuses to measure unless all find that the data is valid. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        boolean isValid = isValid(platenPrepared()) && isValid(platenUnprepared());
        if (!isValid || !networkntPrepared().isEmpty() || !networkntUnprepared().isEmpty()) {
            throw new IllegalStateException("the data of a benchmark fits its schema, but: " + platenPrepared());
        }
    }

    private static boolean isValid(ValidationOutcome outcome) {
        return outcome instanceof Validated(List<?> errors) && errors.isEmpty();
    }

    /** Platen, with the schema read beforehand. */
    @Benchmark
    public ValidationOutcome platenPrepared() {
        return schema.validate(json, "en");
    }

    /** Platen, with the schema read every time. */
    @Benchmark
    public ValidationOutcome platenUnprepared() {
        return validator.validate(document, json);
    }

    /** The library below it, with the schema read beforehand. */
    @Benchmark
    public List<Error> networkntPrepared() throws IOException {
        return prepared.validate(mapper.readTree(json));
    }

    /** The library below it, with the schema read every time. */
    @Benchmark
    public List<Error> networkntUnprepared() throws IOException {
        return schema().validate(mapper.readTree(json));
    }

    private Prepared platenSchema() {
        return switch (validator.prepare(document)) {
            case Preparation.Ready(Prepared ready) -> ready;
            case Preparation.Rejected(Problem problem) ->
                throw new IllegalStateException("a benchmark brings what the engine accepts, but: " + problem);
        };
    }

    private Schema schema() {
        try {
            JsonNode read = mapper.readTree(document);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(read.path("schema").isObject() ? read.path("schema") : read);
        } catch (IOException impossible) {
            throw new IllegalStateException("the document of a benchmark is JSON", impossible);
        }
    }
}
