package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The offline commands, as they are typed. */
class PlatenTest {
    @TempDir
    private Path directory;

    private final PrintStream console = System.out;
    private final PrintStream consoleErrors = System.err;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final StringWriter usage = new StringWriter();

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(console);
        System.setErr(consoleErrors);
    }

    @Test
    void shouldRenderAFragmentToStandardOutput() {
        // When
        int status = platen("render", example());

        // Then
        assertThat(status).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).startsWith("<form").contains("name=\"root_email\"");
    }

    @Test
    void shouldWriteAPageWithItsStylesheetBesideIt() throws IOException {
        // Given
        Path page = directory.resolve("page.html");

        // When
        int status = platen("render", example(), "--page", "-o", page.toString());

        // Then
        assertThat(status).isZero();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("href=\"plain.css\"");
        assertThat(directory.resolve("plain.css")).isNotEmptyFile();
    }

    @Test
    void shouldSayWhereADocumentIsWrong() throws IOException {
        // Given
        Path broken = directory.resolve("broken.json");
        Files.writeString(broken, "{\n \"type\": \"object\",\n \"properties\": {\"a\": {\"$ref\": \"#/nowhere\"}}\n}");

        // When
        int status = platen("compile", broken.toString());

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith(broken + ":3:")
                .contains("/properties/a/$ref");
    }

    @Test
    void shouldExplainHowADocumentIsCompiled() {
        // When
        int status = platen("compile", example(), "--explain");

        // Then
        assertThat(status).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "dialect  json-schema", "passes", " ms  ", "certificate", "steps  ", "page", "END");
    }

    @Test
    void shouldSayWhatIsWrongWithData() throws IOException {
        // Given
        Path data = directory.resolve("data.json");
        Files.writeString(data, "{\"name\": \"Ada\", \"email\": \"ada@example.org\", \"day\": \"fri\", \"seats\": 9}");

        // When
        int status = platen("validate", example(), "--data", data.toString());

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("\"valid\":false", "/seats");
    }

    @Test
    void shouldSayItInTheLanguageThatIsAskedFor() throws IOException {
        // Given
        Path schema = directory.resolve("schema.json");
        Files.writeString(schema, "{\"schema\": {\"minLength\": 3}, \"uischema\": {}, \"data\": \"\"}");
        Path data = directory.resolve("data.json");
        Files.writeString(data, "\"a\"");

        // When
        int status = platen("validate", schema.toString(), "--data", data.toString(), "--locale", "de-AT");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("Geben Sie mindestens 3 Zeichen ein.");
    }

    @Test
    void shouldNameAFileThatIsNotThere() {
        // When
        int status = platen("compile", "nowhere.json");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(usage).hasToString("platen: there is no file 'nowhere.json'" + System.lineSeparator());
    }

    @Test
    void shouldRefuseALocaleThatIsNone() {
        // When
        int status = platen("render", example(), "--locale", "\"><script>");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(usage.toString()).startsWith("platen: locale must have at most 35 characters");
    }

    private int platen(String... arguments) {
        CommandLine command = Platen.commandLine();
        command.setErr(new PrintWriter(usage, true));
        return command.execute(arguments);
    }

    private static String example() {
        return Home.path().resolve("examples/sign-up.json").toString();
    }
}
