package dev.platen.helm.source;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The meters that the services register under names of our own. */
public final class Meters {
    private Meters() {}

    /** Every name that stands in a source, in the form of Prometheus without suffix, such as {@code platen_worker_records}. */
    public static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        TreeScanner<Void, Set<String>> literals = new TreeScanner<>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Set<String> found) {
                if (literal.getValue() instanceof String text && text.matches("platen(\\.[a-z0-9]+){2,}")) {
                    found.add(text.replace('.', '_'));
                }
                return super.visitLiteral(literal, found);
            }
        };
        Sources.containing("io.micrometer.core").forEach(unit -> literals.scan(unit, names));
        return names;
    }

    /** The name of the meter behind a series of Prometheus. */
    public static String meterOf(String series) {
        return series.replaceFirst("(_seconds)?_(bucket|count|sum|max)$", "").replaceFirst("_total$", "");
    }
}
