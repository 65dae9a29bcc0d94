package dev.platen.benchmarks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.benchmarks.peer.JtePeer;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Three pages by four template engines, each from data in memory to an array of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class PagesBenchmark {
    static final List<String> PAGES = List.of("stocks", "dashboard", "table");

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final String JTE = ".jte";

    /** Which page. */
    @Param({"stocks", "dashboard", "table"})
    public String page = "stocks";

    private final TemporaryFolder folder = TemporaryFolder.create();
    private final JtePeer jte = JtePeer.compile(
            folder.path(),
            Map.of(
                    "stocks.jte", Templates.read("stocks.jte"),
                    "dashboard.jte", Templates.read("dashboard.jte"),
                    "table.jte", Templates.read("table.jte")));
    private Model model = Model.named(page);
    private Map<String, Object> map = Map.of();
    private QutePeer qute = new QutePeer(page);
    private ThymeleafPeer thymeleaf = new ThymeleafPeer(page);

    /** Makes the data, and refuses to measure anything unless all peers write the same page. */
    @Setup(Level.Trial)
    public void prepare() {
        JsonMapper mapper = new JsonMapper();
        model = Model.named(page);
        map = mapper.convertValue(model, MAP);
        qute = new QutePeer(page);
        thymeleaf = new ThymeleafPeer(page);
        String expected = ReferencePage.of(model);
        for (byte[] written : List.of(jte(), jstachio(), qute(), thymeleaf())) {
            SamePage.check(expected, new String(written, UTF_8));
        }
    }

    /** JTE from records. */
    @Benchmark
    public byte[] jte() {
        return jte.render(page + JTE, model);
    }

    /** JStachio from records. */
    @Benchmark
    public byte[] jstachio() {
        return JstachioPeer.render(model);
    }

    /** Qute from records. */
    @Benchmark
    public byte[] qute() {
        return qute.render(model);
    }

    /** Thymeleaf from maps. */
    @Benchmark
    public byte[] thymeleaf() {
        return thymeleaf.render(map);
    }

    /** Removes the compiled templates. */
    @TearDown(Level.Trial)
    public void close() {
        folder.close();
    }
}
