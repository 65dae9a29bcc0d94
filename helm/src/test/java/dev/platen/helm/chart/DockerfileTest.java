package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileTest {
    private static final Pattern ENTRYPOINT = Pattern.compile("ENTRYPOINT (\\[.*?])", Pattern.DOTALL);
    private static final Pattern OPTIONS = Pattern.compile("JDK_JAVA_OPTIONS=\"(.*?)\"");

    @Test
    void shouldGiveTheJvmOnlyFlagsThatItKnows(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        String dockerfile = Files.readString(Repository.path("Dockerfile"));
        List<String> command = new ArrayList<>(entrypoint(dockerfile));
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.subList(command.indexOf("-jar"), command.size()).clear();
        command.add("-version");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("JDK_JAVA_OPTIONS", found(OPTIONS, dockerfile));

        // When
        Process java = builder.start();

        // Then
        assertThat(java.waitFor(60, TimeUnit.SECONDS)).as("java ended").isTrue();
        assertThat(java.exitValue()).as(Files.readString(folder.resolve("out"))).isZero();
    }

    @Test
    void shouldRunAsANumberThatIsNotRoot() throws IOException {
        // When
        String dockerfile = Files.readString(Repository.path("Dockerfile"));

        // Then
        assertThat(found(Pattern.compile("\nUSER ([0-9]+):[0-9]+\n"), dockerfile))
                .isNotEqualTo("0");
    }

    private static List<String> entrypoint(String dockerfile) throws IOException {
        String array = found(ENTRYPOINT, dockerfile).replace("\\\n", "");
        return new ObjectMapper().readValue(array, new TypeReference<List<String>>() {});
    }

    private static String found(Pattern pattern, String dockerfile) {
        Matcher matcher = pattern.matcher(dockerfile);
        assertThat(matcher.find()).as("%s in the Dockerfile", pattern).isTrue();
        return matcher.group(1);
    }
}
