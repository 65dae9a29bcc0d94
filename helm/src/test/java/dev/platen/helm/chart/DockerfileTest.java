package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileTest {
    private static final Pattern OPTIONS = Pattern.compile("JDK_JAVA_OPTIONS=\"(.*?)\"");

    @Test
    void shouldGiveTheJvmOnlyFlagsThatItKnows(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "@" + Repository.path("image/jvm.options"), "-version")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("JDK_JAVA_OPTIONS", found(OPTIONS, dockerfile()));

        // When
        Process started = builder.start();

        // Then
        assertThat(started.waitFor(60, TimeUnit.SECONDS)).as("java ended").isTrue();
        assertThat(started.exitValue())
                .as(Files.readString(folder.resolve("out")))
                .isZero();
    }

    @Test
    void shouldRunAsANumberThatIsNotRoot() throws IOException {
        // When
        String dockerfile = dockerfile();

        // Then
        assertThat(found(Pattern.compile("\nUSER ([0-9]+):[0-9]+\n"), dockerfile))
                .isNotEqualTo("0");
    }

    @Test
    void shouldHaveATargetForEveryImageOfTheChart() throws IOException {
        // When
        List<String> targets = Pattern.compile("(?m)^FROM service AS (.+)$")
                .matcher(dockerfile())
                .results()
                .map(target -> "platen/" + target.group(1))
                .toList();

        // Then
        assertThat(Chart.pods(Chart.objects(Chart.DEFAULTS)).values())
                .extracting(pod -> pod.at("/containers/0/image").asText().replaceFirst(":.*", ""))
                .containsExactlyInAnyOrderElementsOf(targets);
    }

    private static String dockerfile() throws IOException {
        return Files.readString(Repository.path("Dockerfile"));
    }

    private static String found(Pattern pattern, String dockerfile) {
        Matcher matcher = pattern.matcher(dockerfile);
        assertThat(matcher.find()).as("%s in the Dockerfile", pattern).isTrue();
        return matcher.group(1);
    }
}
