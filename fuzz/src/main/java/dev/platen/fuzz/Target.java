package dev.platen.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What can be fuzzed. */
public enum Target {
    /** Any bytes are JSON within the limits, or are told what is wrong with them. */
    JSON(JsonTarget.class, JsonTarget::fuzzerTestOneInput),
    /** Any document is compiled or refused; what is compiled can be read again and rendered. */
    COMPILE(CompileTarget.class, CompileTarget::fuzzerTestOneInput),
    /** Any posted form gives data that can be rendered, or is refused. */
    FORM(FormTarget.class, FormTarget::fuzzerTestOneInput),
    /** Any bytes are a plan that can be executed, or none. */
    PLAN(PlanTarget.class, PlanTarget::fuzzerTestOneInput),
    /** Any pattern is refused, or matches in time that is in proportion to the text. */
    PATTERN(PatternTarget.class, PatternTarget::fuzzerTestOneInput),
    /** Any data gives a page that can be taken apart again, or is refused. */
    RENDER(RenderTarget.class, RenderTarget::fuzzerTestOneInput);

    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Consumer<byte[]> run;

    Target(Class<?> type, Consumer<byte[]> run) {
        this.type = type;
        this.run = run;
    }

    /** As it is named on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class that takes the inputs. */
    String className() {
        return type.getName();
    }

    /** Takes one input; whatever it throws is a finding. */
    public void run(byte[] input) {
        run.accept(input);
    }

    static Optional<Target> named(String label) {
        return Arrays.stream(values())
                .filter(target -> target.label().equals(label))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Target::label).collect(Collectors.joining(", "));
    }
}
