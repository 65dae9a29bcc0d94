package dev.platen.benchmarks.conformance;

import dev.platen.benchmarks.conformance.Answer.Answered;
import dev.platen.benchmarks.conformance.Answer.Died;
import dev.platen.benchmarks.conformance.Answer.Late;
import dev.platen.benchmarks.conformance.Verdict.Rendered;
import dev.platen.benchmarks.oracle.Agreement;
import dev.platen.benchmarks.oracle.PageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts one corpus to two processes of the engine, and its documents to the renderer that they were written for. */
final class Trial implements AutoCloseable {
    private static final int WARM_UP_TRIES = 5;

    /** What must not make a difference. */
    private static final List<String> ELSEWHERE = List.of(
            "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu", "-Dfile.encoding=ISO-8859-1");

    private final Corpus corpus;
    private final Engine engine = Engine.with(List.of());
    private final Engine elsewhere = Engine.with(ELSEWHERE);
    private final Optional<Child> peer;
    private final Tally tally = new Tally();
    private final Agreement agreement = new Agreement();
    private final List<String> notRenderedByPeer = new ArrayList<>();
    private final List<String> notRenderedByUs = new ArrayList<>();
    private int index;

    Trial(Corpus corpus, Optional<NpmFolder> npm) {
        this.corpus = corpus;
        this.peer = corpus.peer().start(npm);
    }

    Result run(Source source) throws IOException {
        source.each(this::judge);
        return new Result(corpus, tally, agreement, notRenderedByPeer, notRenderedByUs);
    }

    private void judge(Sample sample) {
        Verdict verdict = warm(sample);
        tally.add(sample, verdict, elsewhere.judge(sample));
        if (corpus.isForPeer(index++)) {
            peer.ifPresent(child -> compare(sample, verdict, child));
        }
    }

    /** A sample counts as slow where it stays so. */
    private Verdict warm(Sample sample) {
        Verdict verdict = engine.judge(sample);
        for (int tries = 1; tries < WARM_UP_TRIES && Tally.isSlow(verdict); tries++) {
            verdict = engine.judge(sample);
        }
        return verdict;
    }

    private void compare(Sample sample, Verdict ours, Child child) {
        switch (child.ask(List.of(sample.document()))) {
            case Late _ -> notRenderedByPeer.add(sample.name() + ": no answer in time");
            case Died(String how) -> notRenderedByPeer.add(sample.name() + ": ended with " + how);
            case Answered(List<byte[]> parts) -> compare(sample, ours, text(parts.getFirst()), text(parts.getLast()));
        }
    }

    private void compare(Sample sample, Verdict ours, String outcome, String theirs) {
        if (!outcome.equals("rendered")) {
            notRenderedByPeer.add(sample.name() + ": " + theirs);
        } else if (ours instanceof Rendered rendered) {
            agreement.add(sample.name(), PageReader.read(theirs), PageReader.read(text(rendered.page())));
        } else {
            notRenderedByUs.add(sample.name());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        engine.close();
        elsewhere.close();
        peer.ifPresent(Child::close);
    }
}
