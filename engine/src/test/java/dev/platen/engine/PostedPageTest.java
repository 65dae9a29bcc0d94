package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.FittingForms.Made;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pages of forms that nobody would write, posted by a browser in which nobody touched anything. */
class PostedPageTest {
    private static final int ROUNDS = 20;
    private static final int FORMS_A_ROUND = 20;
    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);
    private static final String NOTHING = "";

    private static String posted(Plan plan, String data, String base) {
        Post post = PostedPage.of(Pages.fragment(plan, data)).post();
        Applied applied = (Applied) SUBMISSION.apply(plan, post.mediaType(), post.body(), base.getBytes(UTF_8));
        return new String(applied.data(), UTF_8);
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One test for many seeds; a failing one is named with its form. */
    private static Iterable<DynamicTest> forms(boolean isWhole, Verification verification) {
        return LongStream.range(0, ROUNDS)
                .mapToObj(round -> DynamicTest.dynamicTest("round " + round, () -> {
                    for (long seed = round * FORMS_A_ROUND; seed < (round + 1) * FORMS_A_ROUND; seed++) {
                        Made made = new FittingForms(seed, isWhole).form();
                        verification.verify(made, "seed %d: %s".formatted(seed, made.schema()), seed);
                    }
                }))
                .toList();
    }

    @FunctionalInterface
    private interface Verification {
        void verify(Made made, String description, long seed);
    }

    @TestFactory
    Iterable<DynamicTest> shouldLeaveTheDataAsItIs() {
        return forms(false, (made, description, seed) -> {
            String after = posted(Pages.plan(made.schema()), made.data(), made.data());
            String folded = posted(Pages.plan(made.folded()), made.data(), made.data());

            assertThat(after).as(description).isEqualTo(made.data());
            assertThat(folded).as("folded, " + description).isEqualTo(made.data());
        });
    }

    @TestFactory
    Iterable<DynamicTest> shouldTellTheDataByItself() {
        return forms(true, (made, description, seed) -> {
            String after = posted(Pages.plan(made.schema()), made.data(), NOTHING);
            String folded = posted(Pages.plan(made.folded()), made.data(), NOTHING);

            assertThat(tree(after)).as(description).isEqualTo(tree(made.data()));
            assertThat(tree(folded)).as("folded, " + description).isEqualTo(tree(made.data()));
        });
    }

    @TestFactory
    Iterable<DynamicTest> shouldSettleDataThatDoesNotFit() {
        return forms(false, (made, description, seed) -> {
            Plan plan = Pages.plan(made.schema());
            String data = new RandomForms(seed).data(5);
            String once = posted(plan, data, data);

            String twice = posted(plan, once, once);

            assertThat(twice).as(description + " with " + data).isEqualTo(once);
        });
    }
}
