package dev.platen.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may know what: the design, as rules. */
class ArchitectureTest {
    private static final List<String> SERVICES = List.of("gateway", "compiler", "render", "cache");

    private static final JavaClasses PLATEN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.platen");

    @Test
    void shouldKeepServicesIndependentOfEachOther() {
        for (String service : SERVICES) {
            String[] others = SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> "dev.platen.%s..".formatted(other))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("dev.platen.%s..".formatted(service))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(PLATEN);
        }
    }

    @Test
    void shouldRenderWithoutEverSeeingTheCompiler() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.platen.render..", "dev.platen.engine.render..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.platen.engine.compile..",
                        "dev.platen.engine.dialect..",
                        "dev.platen.engine.emit..",
                        "dev.platen.engine.ir..",
                        "dev.platen.engine.jsonschema..")
                .check(PLATEN);
    }

    @Test
    void shouldKeepTheContractFreeOfEverythingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("dev.platen.contract..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.platen.contract..", "java..", "org.jspecify..")
                .check(PLATEN);
    }

    @Test
    void shouldKeepFrameworksAndInputOutputOutOfTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("dev.platen.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "io.quarkus..",
                        "io.vertx..",
                        "io.micrometer..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "org.infinispan..",
                        "dev.platen.transport..")
                .check(PLATEN);
    }

    /** Without an endpoint {@code SpanExport} is never loaded, and so nothing of the SDK is. */
    @Test
    void shouldKeepTheSdkOfTracesInOneClass() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.platen.transport.SpanExport")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.opentelemetry.sdk..", "io.opentelemetry.exporter..")
                .check(PLATEN);
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("dev.platen.(*)..").should().beFreeOfCycles().check(PLATEN);
    }

    @Test
    void shouldBoundEveryQueue() {
        noClasses()
                .that()
                .resideInAPackage("dev.platen..")
                .should()
                .callConstructor(LinkedBlockingQueue.class)
                .check(PLATEN);
    }

    @Test
    void shouldMarkEveryPackageForNullness() {
        assertThat(PLATEN.stream()
                        .filter(type -> !type.isAnonymousClass())
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(pack -> !pack.getClasses().isEmpty())
                        .filter(pack -> !pack.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }
}
