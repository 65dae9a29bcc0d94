package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.PlanCodec;
import dev.platen.contract.plan.PlanDecoded;
import dev.platen.contract.plan.PlanDecoded.Decoded;
import dev.platen.contract.plan.PlanDecoded.Unreadable;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bytes of plans: kept readable across versions, and harmless whatever they are. */
class PlanCodecTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "PlanCodecTest");
    private static final byte[] DOCUMENT = Fixtures.read(FOLDER.resolve("document.json"));
    private static final byte[] DATA = Fixtures.read(FOLDER.resolve("data.json"));

    @Test
    void shouldKeepTheFormat() {
        // Given
        byte[] encoded = Pages.compiled(DOCUMENT).encodedPlan();

        // When
        String text = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(encoded) + "\n";

        // Then
        Fixtures.assertGolden(FOLDER.resolve("plan-2.base64"), text);
    }

    @Test
    void shouldReadWhatItWrites() {
        // Given
        Compiled compiled = Pages.compiled(DOCUMENT);

        // When
        PlanDecoded decoded = PlanCodec.decode(compiled.encodedPlan());

        // Then
        assertThat(decoded).isInstanceOf(Decoded.class);
        Plan plan = ((Decoded) decoded).plan();
        assertThat(PlanCodec.encode(plan)).isEqualTo(compiled.encodedPlan());
        assertThat(plan).usingRecursiveComparison().isEqualTo(compiled.plan());
        assertThat(Pages.page(plan, DATA, Presentation.DEFAULT))
                .isEqualTo(Pages.page(compiled.plan(), DATA, Presentation.DEFAULT));
    }

    @Test
    void shouldNameWhatIsUnreadable() {
        assertThat(PlanCodec.decode(new byte[0])).isInstanceOf(Unreadable.class);
        assertThat(PlanCodec.decode(Pages.utf8("PLTN\u007f")))
                .isEqualTo(new Unreadable("plans of version 2 are read, found version -64"));
        assertThat(PlanCodec.decode(Pages.utf8("{}{}{}")))
                .isEqualTo(new Unreadable("a plan begins with PLTN, these bytes do not"));
    }

    @Test
    void shouldRefuseEveryTruncation() {
        // Given
        byte[] encoded = Pages.compiled(DOCUMENT).encodedPlan();

        // When
        for (int length = 0; length < encoded.length; length++) {
            PlanDecoded decoded = PlanCodec.decode(Arrays.copyOf(encoded, length));

            // Then
            assertThat(decoded).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void shouldExecuteWhateverItAccepts() {
        // Given
        byte[] encoded = Pages.compiled(DOCUMENT).encodedPlan();
        Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");
        Random random = new Random(20_260_101);
        int accepted = 0;

        // When
        for (int round = 0; round < 50_000; round++) {
            byte[] mutated = mutate(encoded, random);
            if (PlanCodec.decode(mutated) instanceof Decoded(Plan plan)) {
                accepted++;
                renderer.render(plan, DATA, Presentation.DEFAULT, new WholePage());
            }
        }

        // Then
        assertThat(accepted)
                .as("mutations that were accepted, so that rendering them was tried")
                .isGreaterThan(100);
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] mutated = original.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return mutated;
    }
}
