package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same document gives the same plan and the same findings on every machine. */
class SameBytesTest {
    private static final List<String> FOLDERS = List.of(
            "../examples",
            "src/test/resources/FormTest",
            "src/test/resources/JsonFormsTest",
            "src/test/resources/TreeTest",
            "src/test/resources/RejectionTest");
    private static final long SECONDS = 120;

    @TestFactory
    Stream<DynamicTest> shouldCompileAlikeEverywhere() {
        String here = FOLDERS.stream().map(Path::of).map(Digests::of).collect(Collectors.joining());
        return Stream.of(
                        List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kolkata"),
                        List.of("-Duser.language=fa", "-Duser.timezone=Pacific/Chatham", "-Dfile.encoding=COMPAT"),
                        List.of("-Duser.language=ar", "-Duser.country=EG", "-Dstdout.encoding=ISO-8859-1", "-Xint"))
                .map(machine -> DynamicTest.dynamicTest(String.join(" ", machine), () -> assertThat(elsewhere(machine))
                        .isEqualTo(here)));
    }

    private static String elsewhere(List<String> machine) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(List.of(
                "-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Digests.class.getName()));
        command.addAll(FOLDERS);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream output = process.getInputStream()) {
            String digests = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            return digests;
        } finally {
            process.destroyForcibly();
        }
    }
}
