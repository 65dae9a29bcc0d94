package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.PlanCodec;
import dev.platen.contract.plan.PlanDecoded.Decoded;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import org.junit.jupiter.api.Test;

/** Forms that nobody would write: every page is still well-formed, and every id is there once. */
class RandomFormTest {
    private static final int ROUNDS = 1_500;

    @Test
    void shouldRenderWellFormedPages() {
        Compiler compiler = new Compiler(Limits.DEFAULT);
        int rendered = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            // Given
            RandomForms forms = new RandomForms(seed);
            String document = forms.document();
            String data = forms.data(5);

            // When
            CompileOutcome outcome = compiler.compile(Pages.utf8(document));

            // Then
            switch (outcome) {
                case Rejected rejected ->
                    assertThat(rejected.problem().diagnostics()).as(document).allSatisfy(diagnostic -> assertThat(
                                    diagnostic.code())
                            .isIn("reference-circular", "form-too-deep", "type-open", "type-unknown"));
                case Compiled compiled -> {
                    rendered++;
                    verify(compiled, document, data);
                }
            }
        }
        assertThat(rendered).isGreaterThan(ROUNDS / 2);
    }

    private static void verify(Compiled compiled, String document, String data) {
        assertThat(PlanCodec.decode(compiled.encodedPlan())).as(document).isInstanceOf(Decoded.class);
        try {
            Markup.of(Pages.page(compiled.plan(), Pages.NO_DATA, Presentation.DEFAULT))
                    .verify();
            Markup.of(Pages.page(compiled.plan(), Pages.utf8(data), Pages.FRAGMENT))
                    .verify();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("document: %s%ndata: %s".formatted(document, data), failure);
        }
    }
}
