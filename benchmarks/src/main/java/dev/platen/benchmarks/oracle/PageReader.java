package dev.platen.benchmarks.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the fields of a page, whether Platen, rjsf or JSON Forms has rendered it. */
public final class PageReader {
    private static final Set<String> NO_FIELDS = Set.of("submit", "button", "reset", "image");

    /** How rjsf names the field that it cannot show. */
    private static final Pattern UNSUPPORTED =
            Pattern.compile("Unsupported field schema for field (\\S+?)[:.]?(?: |$)");

    private final Document page;
    private final Labels labels;
    private final Map<String, List<Element>> controls = new LinkedHashMap<>();

    private PageReader(Document page) {
        this.page = page;
        this.labels = new Labels(page);
    }

    /** The fields of a page or a part of one. */
    public static Fields read(String html) {
        PageReader reader = new PageReader(Jsoup.parse(html));
        reader.gather();
        Map<String, Field> fields = new LinkedHashMap<>();
        reader.controls.forEach((path, group) -> fields.put(path, new FieldReader(reader.labels, path, group).read()));
        return new Fields(fields, reader.unsupported());
    }

    /** Options of one choice belong together; any other control that has the path of an earlier one is another field. */
    private void gather() {
        for (Element control : page.select("input, select, textarea")) {
            if (!isField(control)) {
                continue;
            }
            String path = Paths.of(control);
            String key = path;
            for (int copy = 2; controls.containsKey(key) && !isOneChoice(controls.get(key), control); copy++) {
                key = path + "#" + copy;
            }
            controls.computeIfAbsent(key, _ -> new ArrayList<>()).add(control);
        }
    }

    /**
     * What is hidden is no field for anyone; JSON Forms keeps it in the page. A hidden control without an id tells what another
     * control does not post; one that stands for a field has the id of it.
     */
    private static boolean isField(Element control) {
        boolean isBookkeeping =
                control.attr("type").equals("hidden") && control.id().isEmpty();
        return !isBookkeeping
                && !NO_FIELDS.contains(control.attr("type"))
                && !control.attr("name").startsWith("_")
                && control.closest("[hidden]") == null;
    }

    private static boolean isOneChoice(List<Element> group, Element control) {
        Element first = group.getFirst();
        return Paths.isOption(control)
                && first.attr("type").equals(control.attr("type"))
                && first.attr("name").equals(control.attr("name"));
    }

    private Set<String> unsupported() {
        Set<String> paths = new LinkedHashSet<>();
        for (Element notice : page.select(".unsupported-field")) {
            UNSUPPORTED.matcher(notice.text()).results().forEach(match -> paths.add(match.group(1)));
        }
        for (Element part : page.select("[data-path]")) {
            if (part.childrenSize() == 0 || part.text().startsWith("No applicable")) {
                paths.add(Paths.ofData(part.attr("data-path")));
            }
        }
        return paths;
    }
}
