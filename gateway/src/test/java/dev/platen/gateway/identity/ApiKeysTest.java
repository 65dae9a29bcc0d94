package dev.platen.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.platen.contract.id.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {
    private static final Caller AUTHOR = new Caller(new TenantId("acme"), Role.AUTHOR);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void shouldKnowWhoeverHasAKeyOfTheFile() throws IOException {
        // Given
        String key = ApiKey.generate(new SecureRandom());
        ApiKeys keys = keys("# who may ask\n\n" + line("ci", key, Optional.empty()));

        // When / Then
        assertThat(keys.find(key)).contains(AUTHOR);
        assertThat(keys.find(key + "x")).isEmpty();
        assertThat(keys.find(ApiKey.generate(new SecureRandom()))).isEmpty();
    }

    @Test
    void shouldNotKeepTheKeyItself() {
        // Given
        String key = ApiKey.generate(new SecureRandom());

        // When
        String line = line("ci", key, Optional.empty());

        // Then
        assertThat(key).startsWith("plk_").hasSizeGreaterThan(40);
        assertThat(line).startsWith("ci acme author ").doesNotContain(key);
    }

    @Test
    void shouldRefuseAKeyFromItsDayOn() throws IOException {
        // Given
        String today = ApiKey.generate(new SecureRandom());
        String tomorrow = ApiKey.generate(new SecureRandom());
        LocalDate date = LocalDate.parse("2026-11-21");

        // When
        ApiKeys keys =
                keys(line("a", today, Optional.of(date)) + "\n" + line("b", tomorrow, Optional.of(date.plusDays(1))));

        // Then
        assertThat(keys.find(today)).isEmpty();
        assertThat(keys.find(tomorrow)).contains(AUTHOR);
    }

    @Test
    void shouldReadTheFileAgainWhenItChanges() throws IOException {
        // Given
        String old = ApiKey.generate(new SecureRandom());
        String next = ApiKey.generate(new SecureRandom());
        ApiKeys keys = keys(line("old", old, Optional.empty()));

        // When
        Files.writeString(file(), line("next", next, Optional.empty()));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keys.find(next)).contains(AUTHOR));
        assertThat(keys.find(old)).isEmpty();
    }

    @Test
    void shouldKeepTheKeysWhereTheFileBecomesUnusable() throws IOException {
        // Given
        String key = ApiKey.generate(new SecureRandom());
        String other = ApiKey.generate(new SecureRandom());
        ApiKeys keys = keys(line("a", key, Optional.empty()));

        // When
        Files.writeString(file(), "nonsense");

        // Then
        assertThat(keys.find(key)).contains(AUTHOR);
        Files.writeString(file(), line("a", key, Optional.empty()) + "\n" + line("b", other, Optional.empty()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keys.find(other)).contains(AUTHOR));
    }

    @TestFactory
    Stream<DynamicTest> shouldSayWhatIsWrongWithALine() {
        String hash = "0".repeat(64);
        return Stream.of(
                        new String[] {"ci acme author", "found 3 fields"},
                        new String[] {"ci acme author " + hash + " 2027-01-01 more", "found 6 fields"},
                        new String[] {"ci acme king " + hash, "a role is reader, author or admin, found 'king'"},
                        new String[] {"ci Acme author " + hash, "tenant may hold a-z"},
                        new String[] {"CI acme author " + hash, "the id of an API key"},
                        new String[] {"ci acme author secret", "digest must be 64"},
                        new String[] {"ci acme author " + hash + " tomorrow", "a date has the form"})
                .map(wrong -> DynamicTest.dynamicTest(wrong[1], () -> assertThatThrownBy(() -> keys("\n" + wrong[0]))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("line 2: ")
                        .hasMessageContaining(wrong[1])));
    }

    private ApiKeys keys(String text) throws IOException {
        Files.writeString(file(), text);
        return ApiKeys.of(file(), InstantSource.fixed(NOW));
    }

    private Path file() {
        return directory.resolve("api-keys");
    }

    private static String line(String id, String key, Optional<LocalDate> refusedFrom) {
        return new ApiKey(id, AUTHOR, ApiKey.hash(key), refusedFrom).line();
    }
}
