package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Jvm;
import dev.platen.benchmarks.render.PlatenPage;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Pages that nobody has yet, through gateway, broker, renderer and back, against the raw way over the same broker. */
final class KafkaPath {
    private static final List<Integer> IN_FLIGHT = List.of(1, 16);
    private static final int RENDERS = 20_000;

    private final Effort effort;

    KafkaPath(Effort effort) {
        this.effort = effort;
    }

    /** Measures in turns. */
    List<Section> run() throws IOException, InterruptedException, ExecutionException {
        try (Platen up = Platen.start("up")) {
            up.store();
            List<Section> sections = new ArrayList<>(against(up));
            sections.add(Footprint.afterLoad(up.jvm()));
            return sections;
        }
    }

    private List<Section> against(Platen up) throws IOException, InterruptedException, ExecutionException {
        Measure work = work();
        byte[] page = up.page();
        String broker = up.jvm().property("platen.kafka.bootstrap-servers");
        List<Section> sections = new ArrayList<>();
        try (Echo echo = Echo.on(broker, Requests::newData, page)) {
            for (int inFlight : IN_FLIGHT) {
                sections.add(run(up, echo, inFlight, page.length, work));
            }
        }
        return sections;
    }

    private Section run(Platen up, Echo echo, int inFlight, int bytes, Measure work) throws IOException {
        Rounds platen = new Rounds("Platen over HTTP and Kafka");
        Rounds raw = new Rounds("raw echo over Kafka");
        try (HttpLoad ours = new HttpLoad(up.port(), inFlight, Requests.postNewData(Platen.PAGE))) {
            Meter meter =
                    new Meter(List.of(up.jvm(), new Jvm(ProcessHandle.current().pid())));
            ours.run(effort.warmUp());
            echo.run(inFlight, effort.warmUp());
            for (int i = 0; i < effort.rounds(); i++) {
                platen.add(meter.measure(() -> ours.run(effort.round())));
                raw.add(meter.measure(() -> echo.run(inFlight, effort.round())));
            }
        }
        return new Section(
                "Uncached through Kafka, %d in flight, pages of %,d bytes".formatted(inFlight, bytes),
                findings(platen, raw, work),
                List.of(
                        platen.median(),
                        raw.median(),
                        work,
                        platen.slowest(),
                        raw.slowest(),
                        platen.perSecond(),
                        raw.perSecond(),
                        platen.cost(),
                        raw.cost()),
                List.of(
                        "Data that was never seen before in every request; rounds of both in turns, on the broker of `platen up`.",
                        "Platen's time is what an HTTP client waits. It includes HTTP, a look into the cluster's cache, and storing the page there.",
                        "Processor time is that of both processes, `platen up` and the benchmark.",
                        "The raw echo is one record there and one of the page's size back, by plain Kafka clients in the process of the benchmark."));
    }

    private static List<Finding> findings(Rounds platen, Rounds raw, Measure work) {
        double ours = platen.median().samples().median();
        double least = raw.median().samples().median() + work.samples().median();
        return List.of(
                Finding.ratio("median, Platen against raw echo + rendering", ours / least, Budget.atMost(1.3)),
                Finding.ratio(
                        "99th percentile, Platen against raw echo",
                        Rounds.ratio(platen.slowest(), raw.slowest()),
                        Budget.none()),
                Finding.ratio(
                        "answers per second, Platen against raw echo",
                        Rounds.ratio(platen.perSecond(), raw.perSecond()),
                        Budget.none()),
                Finding.ratio(
                        "processor time per answer, Platen against raw echo",
                        Rounds.ratio(platen.cost(), raw.cost()),
                        Budget.none()),
                new Finding(
                        "answers of %,d that were lost or wrong".formatted(platen.answers()),
                        platen.wrong(),
                        "",
                        Budget.atMost(0)));
    }

    /** What rendering alone takes, in this process. */
    private Measure work() throws IOException {
        PlatenPage page = new PlatenPage(Platen.document());
        List<Double> medians = new ArrayList<>();
        render(page);
        for (int i = 0; i < effort.rounds(); i++) {
            medians.add(render(page).micros(0.5));
        }
        return new Measure("rendering alone, in process: median", "µs", new Samples(medians));
    }

    private static Round render(PlatenPage page) {
        Round round = new Round();
        for (int i = 0; i < RENDERS; i++) {
            byte[] data = Requests.newData();
            long started = System.nanoTime();
            if (page.render(data).length == 0) {
                throw new IllegalStateException("a page is never empty");
            }
            round.answered(System.nanoTime() - started);
        }
        return round;
    }
}
