package dev.platen.benchmarks.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.benchmarks.peer.JtePeer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One page, four ways to it. Every way returns the page as one array of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RenderBenchmark {
    static final List<Integer> KILOBYTES = List.of(1, 10, 100);

    private static final String RECORDS = "records.jte";
    private static final String MAPS = "maps.jte";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** Size of the JSON. */
    @Param({"1", "10", "100"})
    public int kilobytes;

    private final JsonMapper mapper = new JsonMapper();
    private final PlatenPage platen = new PlatenPage(document());
    private final TemporaryFolder folder = TemporaryFolder.create();
    private final JtePeer jte = JtePeer.compile(
            folder.path(),
            Map.of(RECORDS, JteSource.of(JteSource.Access.RECORDS), MAPS, JteSource.of(JteSource.Access.MAPS)));
    private Order order = Orders.ofSize(0);
    private byte[] json = {};

    /** Makes the data, and refuses to measure anything unless all four ways lead to the same bytes. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        order = Orders.ofSize(kilobytes * 1_000);
        json = Orders.json(order);
        byte[] expected = platen();
        for (byte[] page : List.of(jteFromMaps(), jteFromRecords(), jteTyped())) {
            int difference = Arrays.mismatch(expected, page);
            if (difference >= 0) {
                throw new IllegalStateException("Platen and JTE differ at byte %d:%n%s%n%s"
                        .formatted(difference, near(expected, difference), near(page, difference)));
            }
        }
    }

    /** JSON bytes to page, in one pass. */
    @Benchmark
    public byte[] platen() {
        return platen.render(json);
    }

    /** JSON bytes to maps by Jackson, maps to page by JTE: what one does with schemas that one has not seen before. */
    @Benchmark
    public byte[] jteFromMaps() throws IOException {
        return jte.render(MAPS, Map.<String, Object>of("order", mapper.readValue(json, MAP)));
    }

    /** JSON bytes to records by Jackson, records to page by JTE: possible only with a class for every schema. */
    @Benchmark
    public byte[] jteFromRecords() throws IOException {
        return jte.render(RECORDS, mapper.readValue(json, Order.class));
    }

    /** Records that are already there, to page by JTE; no JSON is read. */
    @Benchmark
    public byte[] jteTyped() {
        return jte.render(RECORDS, order);
    }

    /** Removes the compiled templates. */
    @TearDown(Level.Trial)
    public void close() {
        folder.close();
    }

    static byte[] document() {
        try (InputStream resource = Objects.requireNonNull(RenderBenchmark.class.getResourceAsStream("order.json"))) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("order.json cannot be read", unreadable);
        }
    }

    private static String near(byte[] page, int at) {
        int from = Math.max(0, at - 120);
        return new String(Arrays.copyOfRange(page, from, Math.min(page.length, at + 40)), UTF_8);
    }
}
