package dev.platen.engine.script;

import dev.cel.bundle.Cel;
import dev.cel.common.CelException;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Executes scripts. Each is prepared once and kept, as long as there is room. Thread-safe.
 *
 * <p>Values that go in are {@link Boolean}, {@link String}, {@link Long}, {@link Double}, lists, maps with names as keys,
 * and null; they are read only where the script asks for them. Values that come out are {@link Boolean}, {@link String},
 * {@link BigDecimal}, a list or map as it went in or was computed, and null for nothing. Whatever goes wrong gives nothing.
 */
public final class Scripts {
    /** What stands for null within a script; null itself stands for nothing. */
    public static final Object NULL = NullValue.NULL_VALUE;

    /** Characters that one execution may put together, at most. */
    public static final long LARGEST = Allowance.MOST;

    private final Map<String, Optional<CelRuntime.Program>> programs;

    /** Keeps this many prepared scripts. */
    public Scripts(int kept) {
        this.programs = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<CelRuntime.Program>> eldest) {
                return size() > kept;
            }
        };
    }

    /**
     * Executes one script.
     *
     * @param source as it stands in the plan
     * @param variables gives the value of a name: {@code data}, {@code item}, {@code index}, {@code item_1} and so on
     */
    public @Nullable Object evaluate(String source, Function<String, @Nullable Object> variables) {
        Optional<CelRuntime.Program> program = program(source);
        if (program.isEmpty()) {
            return null;
        }
        Allowance.renew();
        try {
            return result(program.get().eval(name -> Optional.ofNullable(variables.apply(name))));
        } catch (CelEvaluationException | RuntimeException nothing) {
            return null;
        }
    }

    private Optional<CelRuntime.Program> program(String source) {
        synchronized (programs) {
            Optional<CelRuntime.Program> known = programs.get(source);
            if (known != null) {
                return known;
            }
        }
        Optional<CelRuntime.Program> prepared = prepared(source);
        synchronized (programs) {
            programs.put(source, prepared);
        }
        return prepared;
    }

    private static Optional<CelRuntime.Program> prepared(String source) {
        Cel language = Language.COMPOSED;
        try {
            return Optional.of(language.createProgram(language.compile(source).getAst()));
        } catch (CelException damaged) {
            return Optional.empty(); // the plan was not made by this version
        }
    }

    private static @Nullable Object result(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Long number -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
            case Boolean _, String _, BigDecimal _, List<?> _, Map<?, ?> _ -> value;
            case NullValue _ -> null;
            default -> value.toString();
        };
    }
}
