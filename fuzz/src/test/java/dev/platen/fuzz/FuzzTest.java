package dev.platen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every stored input, and a number of changed ones, has an outcome. {@code platen fuzz} goes on from here. */
class FuzzTest {
    private static final Path SEEDS = Path.of("src", "test", "resources", "FuzzTest");
    private static final int CHANGED = 200;

    @TestFactory
    Stream<DynamicTest> shouldHaveAnOutcomeForEveryInput() {
        return Arrays.stream(Target.values()).flatMap(target -> seeds(target).stream()
                .map(seed -> DynamicTest.dynamicTest(
                        target.label() + "/" + seed.getFileName(), () -> verify(target, seed))));
    }

    private static List<Path> seeds(Target target) {
        try (Stream<Path> files = Files.list(SEEDS.resolve(target.label()))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void verify(Target target, Path seed) throws IOException {
        // Given
        byte[] input = Files.readAllBytes(seed);
        Random random = new Random(Arrays.hashCode(input));

        // When
        assertThatCode(() -> target.run(input)).doesNotThrowAnyException();

        // Then
        for (int i = 0; i < CHANGED; i++) {
            byte[] changed = changed(input, random);
            assertThatCode(() -> target.run(changed))
                    .as("change %s of %s: %s", i, seed.getFileName(), Arrays.toString(changed))
                    .doesNotThrowAnyException();
        }
    }

    /** Bytes replaced, and a stretch taken out or put in twice. */
    private static byte[] changed(byte[] input, Random random) {
        byte[] changed = input.clone();
        for (int i = random.nextInt(4); i > 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        int from = random.nextInt(changed.length + 1);
        int to = from + random.nextInt(changed.length - from + 1);
        byte[] stretch = random.nextBoolean() ? new byte[0] : Arrays.copyOfRange(changed, from, to);
        byte[] whole = Arrays.copyOf(changed, from + 2 * stretch.length + changed.length - to);
        System.arraycopy(stretch, 0, whole, from, stretch.length);
        System.arraycopy(stretch, 0, whole, from + stretch.length, stretch.length);
        System.arraycopy(changed, to, whole, from + 2 * stretch.length, changed.length - to);
        return whole;
    }

    @Test
    void shouldReadItsArguments() {
        assertThat(Fuzz.Wish.read(new String[] {}))
                .hasValueSatisfying(wish -> assertThat(wish.targets()).containsExactly(Target.values()));
        assertThat(Fuzz.Wish.read(new String[] {"form", "--minutes", "3"}))
                .hasValue(new Fuzz.Wish(List.of(Target.FORM), 3));
        assertThat(Fuzz.Wish.read(new String[] {"forms"})).isEmpty();
        assertThat(Fuzz.Wish.read(new String[] {"--minutes", "0"})).isEmpty();
        assertThat(Fuzz.Wish.read(new String[] {"--minutes"})).isEmpty();
    }
}
