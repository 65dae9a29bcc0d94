package dev.platen.benchmarks.escape;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.platen.engine.html.HtmlOutput;
import gg.jte.html.escape.Escape;
import gg.jte.output.Utf8ByteOutput;
import io.jstach.jstachio.Escaper;
import io.jstach.jstachio.escapers.Html;
import io.jstach.jstachio.output.ByteBufferEncodedOutput;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.owasp.encoder.Encode;

/**
 * One value to the bytes that stand for it between tags. Platen's begins as it comes from a client, as bytes of JSON; the
 * peers take strings, which somebody made before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class EscapeBenchmark {
    private static final int CAPACITY = 16 * 1024;

    /** Which text. */
    @Param({"short-clean", "long-clean", "short-dirty", "long-dirty", "long-japanese"})
    public String text = "short-clean";

    private final HtmlOutput output = new HtmlOutput(CAPACITY);
    private final Escaper jstachio = Html.of();
    private String string = "";
    private byte[] json = {};

    /** Makes the value, and refuses to measure anything unless all write the same bytes. */
    @Setup(Level.Trial)
    public void prepare() {
        string = Texts.named(text);
        json = ('"' + string + '"').getBytes(UTF_8);
        byte[] expected = string.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .getBytes(UTF_8);
        for (byte[] escaped : List.of(platen(), jte(), jstachio(), owasp(), plainSwitch())) {
            if (!Arrays.equals(expected, escaped)) {
                throw new IllegalStateException("expected %s, but one wrote %s"
                        .formatted(new String(expected, UTF_8), new String(escaped, UTF_8)));
            }
        }
    }

    /** Platen, from JSON. */
    @Benchmark
    public byte[] platen() {
        output.clear();
        output.text(json, 1);
        return Arrays.copyOf(output.bytes(), output.size());
    }

    /** JTE, into the output that its pages use. */
    @Benchmark
    public byte[] jte() {
        Utf8ByteOutput bytes = new Utf8ByteOutput();
        Escape.htmlContent(string, bytes);
        return bytes.toByteArray();
    }

    /** JStachio, into the output that its pages use. */
    @Benchmark
    public byte[] jstachio() {
        ByteBufferEncodedOutput bytes = ByteBufferEncodedOutput.ofByteArray(UTF_8);
        jstachio.append(bytes, string);
        return bytes.toByteArray();
    }

    /** The encoder of OWASP. */
    @Benchmark
    public byte[] owasp() {
        return Encode.forHtmlContent(string).getBytes(UTF_8);
    }

    /** What one writes in a minute: a builder and a switch. */
    @Benchmark
    public byte[] plainSwitch() {
        StringBuilder escaped = new StringBuilder(string.length());
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString().getBytes(UTF_8);
    }
}
