package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Which schemas refer to which, as a drawing: from left to right, each before what it refers to. What refers to nothing and is
 * referred to by nothing is left out.
 *
 * @param edges names by the names that refer to them
 */
record DependencyGraph(Map<String, Set<String>> edges) {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 32;
    private static final int GAP_ACROSS = 70;
    private static final int GAP_DOWN = 16;
    private static final int LONGEST_NAME = 24;
    private static final String STYLE = """
            :root { color-scheme: light dark }
            text { font: 13px system-ui, sans-serif; fill: #1c1f24 }
            rect { fill: #e9f0fb; stroke: #1f5fbf }
            path { fill: none; stroke: #545c69; stroke-width: 1.5 }
            @media (prefers-color-scheme: dark) {
              text { fill: #e8eaee } rect { fill: #182740; stroke: #8ab4f8 } path { stroke: #a9b1be }
            }""";

    /** Of a list of schemas, as the gateway tells it. */
    static DependencyGraph of(JsonNode list) {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (JsonNode schema : list.path("schemas")) {
            Set<String> others = new TreeSet<>();
            schema.path("dependencies").forEach(name -> others.add(name.asText()));
            if (!others.isEmpty()) {
                edges.put(schema.path("name").asText(), others);
            }
        }
        return new DependencyGraph(edges);
    }

    /** Whether any schema refers to another. */
    boolean hasEdges() {
        return !edges.isEmpty();
    }

    /** The drawing as SVG. */
    String svg() {
        Map<String, Integer> levels = levels();
        Map<String, int[]> places = places(levels);
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter svg = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            int across =
                    levels.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
            int down =
                    places.values().stream().mapToInt(place -> place[1]).max().orElse(0) + HEIGHT + GAP_DOWN;
            svg.writeStartElement("svg");
            svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
            int width = across * (WIDTH + GAP_ACROSS) - GAP_ACROSS + 2;
            svg.writeAttribute("viewBox", "0 0 %d %d".formatted(width, down));
            svg.writeAttribute("width", Integer.toString(width));
            svg.writeAttribute("height", Integer.toString(down));
            svg.writeStartElement("style");
            svg.writeCharacters(STYLE);
            svg.writeEndElement();
            edges(svg, places);
            for (Map.Entry<String, int[]> place : places.entrySet()) {
                node(svg, place.getKey(), place.getValue());
            }
            svg.writeEndElement();
            svg.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text can be written", impossible);
        }
        return out.toString();
    }

    private void edges(XMLStreamWriter svg, Map<String, int[]> places) throws XMLStreamException {
        for (Map.Entry<String, Set<String>> edge : edges.entrySet()) {
            int[] from = places.getOrDefault(edge.getKey(), new int[2]);
            for (String other : edge.getValue()) {
                int[] to = places.getOrDefault(other, from);
                int x = from[0] + WIDTH;
                int y = from[1] + HEIGHT / 2;
                int end = to[1] + HEIGHT / 2;
                int half = GAP_ACROSS / 2;
                svg.writeEmptyElement("path");
                svg.writeAttribute(
                        "d",
                        "M%d %d C%d %d %d %d %d %d m-7 -4 l7 4 l-7 4"
                                .formatted(x, y, x + half, y, to[0] - half, end, to[0], end));
            }
        }
    }

    private static void node(XMLStreamWriter svg, String name, int[] place) throws XMLStreamException {
        svg.writeEmptyElement("rect");
        svg.writeAttribute("x", Integer.toString(place[0]));
        svg.writeAttribute("y", Integer.toString(place[1]));
        svg.writeAttribute("width", Integer.toString(WIDTH));
        svg.writeAttribute("height", Integer.toString(HEIGHT));
        svg.writeAttribute("rx", "6");
        svg.writeStartElement("text");
        svg.writeAttribute("x", Integer.toString(place[0] + 10));
        svg.writeAttribute("y", Integer.toString(place[1] + 21));
        svg.writeCharacters(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…");
        svg.writeEndElement();
    }

    /** How many references lead to each from the left; those that go in a circle end where they began. */
    private Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        edges.keySet().forEach(name -> level(name, 0, levels, new HashSet<>()));
        return levels;
    }

    private void level(String name, int level, Map<String, Integer> levels, Set<String> way) {
        Integer known = levels.get(name);
        if ((known != null && known >= level) || !way.add(name)) {
            return;
        }
        levels.put(name, level);
        edges.getOrDefault(name, Set.of()).forEach(other -> level(other, level + 1, levels, way));
        way.remove(name);
    }

    private static Map<String, int[]> places(Map<String, Integer> levels) {
        Map<Integer, List<String>> columns = new TreeMap<>();
        levels.forEach((name, level) ->
                columns.computeIfAbsent(level, _ -> new ArrayList<>()).add(name));
        Map<String, int[]> places = new LinkedHashMap<>();
        columns.forEach((level, names) -> {
            for (int row = 0; row < names.size(); row++) {
                places.put(names.get(row), new int[] {1 + level * (WIDTH + GAP_ACROSS), 1 + row * (HEIGHT + GAP_DOWN)});
            }
        });
        return places;
    }
}
