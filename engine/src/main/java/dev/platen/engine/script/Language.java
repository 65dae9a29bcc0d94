package dev.platen.engine.script;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import dev.cel.runtime.standard.CelStandardOverload;
import dev.cel.runtime.standard.DivideOperator.DivideOverload;
import dev.cel.runtime.standard.MultiplyOperator.MultiplyOverload;
import dev.cel.runtime.standard.StringFunction.StringOverload;
import dev.cel.runtime.standard.SubtractOperator.SubtractOverload;
import java.util.Collection;
import java.util.Set;

/**
 * The Common Expression Language as it is spoken here: its names, functions and bounds. Beside the standard functions and
 * those for texts and numbers there is {@code sum()} of a list, and whole numbers can be
 * computed with others. Within a script the items of the
 * loops are named from the innermost outward: {@code item}, {@code item_1}, {@code item_2} and so on, their positions
 * likewise.
 */
public final class Language {
    /** How many loops a script can see. */
    public static final int LOOPS = 8;

    /** Characters of one expression. */
    public static final int LONGEST = 4096;

    private static final CelOptions BOUNDS = CelOptions.current()
            .maxExpressionCodePointSize(64 * LONGEST)
            .maxParseRecursionDepth(96)
            .comprehensionMaxIterations(20_000)
            .maxRegexProgramSize(1_000)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    /** Functions that are bounded here, or compute in decimals. */
    private static final Set<CelStandardOverload> REPLACED = Set.of(
            AddOverload.ADD_LIST,
            AddOverload.ADD_BYTES,
            AddOverload.ADD_STRING,
            AddOverload.ADD_DOUBLE,
            SubtractOverload.SUBTRACT_DOUBLE,
            MultiplyOverload.MULTIPLY_DOUBLE,
            DivideOverload.DIVIDE_DOUBLE,
            StringOverload.DOUBLE_TO_STRING);

    /** What authors write. */
    public static final Cel WRITTEN = builder().build();

    /** What is put together from it. */
    public static final Cel COMPOSED = composed();

    private Language() {}

    @SuppressWarnings("InlineMeInliner") // the class that it names is not part of the public bundle
    private static CelBuilder builder() {
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setOptions(BOUNDS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, overload) -> true)
                        .build())
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .filterFunctions((function, overload) -> !REPLACED.contains(overload))
                        .build())
                .addFunctionBindings(
                        CelFunctionBinding.from("add_string", String.class, String.class, Allowance::sum),
                        CelFunctionBinding.from("add_list", Collection.class, Collection.class, Allowance::sum),
                        CelFunctionBinding.from("list_sum", Collection.class, Sums::of))
                .addFunctionBindings(Decimals.BINDINGS)
                .addFunctionBindings(CelFunctionBinding.from("double_to_string", Double.class, Decimals::text))
                .addFunctionDeclarations(Decimals.DECLARATIONS)
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        "sum",
                        CelOverloadDecl.newMemberOverload("list_sum", SimpleType.DYN, ListType.create(SimpleType.DYN))))
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("data", SimpleType.DYN)
                .addVar("params", SimpleType.DYN)
                .addVar("item", SimpleType.DYN)
                .addVar("index", SimpleType.INT);
        var strings = CelExtensions.strings(
                Function.CHAR_AT,
                Function.INDEX_OF,
                Function.LOWER_ASCII,
                Function.SUBSTRING,
                Function.TRIM,
                Function.UPPER_ASCII);
        var math = CelExtensions.math();
        return builder.addCompilerLibraries(strings, math).addRuntimeLibraries(strings, math);
    }

    /** What the item of the loop that is so many further out is called. */
    public static String item(int outward) {
        return outward == 0 ? "item" : "item_" + outward;
    }

    /** What its position, counted from 0, is called. */
    public static String index(int outward) {
        return outward == 0 ? "index" : "index_" + outward;
    }

    private static Cel composed() {
        CelBuilder builder = builder().addCompilerLibraries(CelExtensions.bindings());
        for (int outward = 1; outward < LOOPS; outward++) {
            builder.addVar(item(outward), SimpleType.DYN).addVar(index(outward), SimpleType.INT);
        }
        return builder.build();
    }
}
