package dev.platen.engine;

import dev.platen.contract.flow.Presentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents and the pages that are made of them. */
class FormTest {
    @TestFactory
    Stream<DynamicTest> shouldRenderTheForm() {
        return Fixtures.of(FormTest.class).cases().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> verify(folder)));
    }

    private static void verify(Path folder) {
        // Given
        Path bare = folder.resolve("in.schema.json");
        byte[] document = Fixtures.read(Files.exists(bare) ? bare : folder.resolve("document.json"));
        byte[] data = Fixtures.readOr(folder.resolve("data.json"), Pages.NO_DATA);
        Presentation presentation =
                folder.getFileName().toString().startsWith("page-") ? Presentation.DEFAULT : Pages.FRAGMENT;

        // When
        String html = Pages.page(Pages.compiled(document).plan(), data, presentation);

        // Then
        Markup.of(html).verify();
        Fixtures.assertGolden(folder.resolve("out.html"), Pages.readable(html));
    }
}
