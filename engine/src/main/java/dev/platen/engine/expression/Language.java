package dev.platen.engine.expression;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;

/** The language: its names, functions and bounds. */
final class Language {
    /** Characters of one expression. */
    static final int LONGEST = 4096;

    private static final CelOptions BOUNDS = CelOptions.current()
            .maxExpressionCodePointSize(64 * LONGEST)
            .maxParseRecursionDepth(96)
            .comprehensionMaxIterations(20_000)
            .maxRegexProgramSize(1_000)
            .enableHeterogeneousNumericComparisons(true)
            .enableTimestampEpoch(false)
            .build();

    /** What authors write. */
    static final Cel WRITTEN = builder().build();

    /** What is put together from it. */
    static final Cel COMPOSED = composed();

    private Language() {}

    private static CelBuilder builder() {
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setOptions(BOUNDS)
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
        var math = CelExtensions.math(BOUNDS);
        return builder.addCompilerLibraries(strings, math).addRuntimeLibraries(strings, math);
    }

    private static Cel composed() {
        CelBuilder builder = builder().addCompilerLibraries(CelExtensions.bindings());
        for (int outward = 1; outward < Sources.LOOPS; outward++) {
            builder.addVar(Sources.item(outward), SimpleType.DYN).addVar(Sources.index(outward), SimpleType.INT);
        }
        return builder.build();
    }
}
