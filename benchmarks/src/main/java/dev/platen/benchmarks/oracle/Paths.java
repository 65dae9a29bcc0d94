package dev.platen.benchmarks.oracle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Element;

/** Places in the data, as the ids of rjsf spell them. */
final class Paths {
    private static final String OPTION_SUFFIX = "-\\d+$";
    private static final String ROOT = "root";

    private Paths() {}

    /** The path of a control: by the nearest element that names it, or by its own id. */
    static String of(Element control) {
        Element named = control.closest("[data-path]");
        if (named != null) {
            return ofData(named.attr("data-path"));
        }
        String id = control.id().isEmpty() ? control.attr("name") : control.id();
        return plain(isOption(control) ? id.replaceFirst(OPTION_SUFFIX, "") : id);
    }

    /** The path of data that is given with dots. */
    static String ofData(String dotted) {
        return dotted.isEmpty() ? ROOT : ROOT + "_" + dotted.replace('.', '_');
    }

    /** Whether a control is one of several that make a field. */
    static boolean isOption(Element control) {
        return control.attr("type").equals("radio")
                || (control.attr("type").equals("checkbox") && control.id().matches(".*" + OPTION_SUFFIX));
    }

    /** Platen escapes what may not stand in an id and numbers those that would be the same; rjsf does neither. */
    private static String plain(String id) {
        String unnumbered = id.replaceAll("~\\d+", "");
        try {
            return URLDecoder.decode(unnumbered.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return unnumbered;
        }
    }
}
