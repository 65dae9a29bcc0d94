package dev.platen.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** How the engine is put together, as rules that fail the build. */
class ArchitectureTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.platen.engine");

    @Test
    void shouldDependOnNamedLibrariesOnly() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "dev.platen.engine.validate", "dev.platen.engine.expression", "dev.platen.engine.script")))
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.platen.contract..",
                        "dev.platen.engine..",
                        "com.fasterxml.jackson.core..",
                        "com.google.re2j..")))
                .check(ENGINE);
    }

    @Test
    void shouldBuildTreesForTheValidatorOnly() {
        classes()
                .that()
                .resideInAPackage("dev.platen.engine.validate")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.platen.contract..",
                        "dev.platen.engine.validate",
                        "dev.platen.engine.json",
                        "dev.platen.engine.pattern",
                        "com.fasterxml.jackson..",
                        "com.google.re2j..",
                        "com.networknt.schema.."))
                .check(ENGINE);
    }

    @Test
    void shouldRenderWithoutTheCompiler() {
        noClasses()
                .that()
                .resideInAPackage("dev.platen.engine.render..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.platen.engine.compile..",
                        "dev.platen.engine.code..",
                        "dev.platen.engine.emit..",
                        "dev.platen.engine.ir..",
                        "dev.platen.engine.dialect..",
                        "dev.platen.engine.jsonschema.."))
                .check(ENGINE);
    }

    @Test
    void shouldKnowDialectsInTheirRegistryOnly() {
        classes()
                .that()
                .resideInAPackage("dev.platen.engine.jsonschema..")
                .should()
                .onlyHaveDependentClassesThat(resideInAnyPackage(
                        "dev.platen.engine.jsonschema..",
                        "dev.platen.engine.compile..",
                        "dev.platen.engine.jsonforms.."))
                .as("only the registry knows json-schema, and json-forms, whose conditions are JSON Schemas")
                .check(ENGINE);
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        SlicesRuleDefinition.slices()
                .matching("dev.platen.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ENGINE);
    }

    @Test
    void shouldMarkEveryPackageForNulls() {
        assertThat(ENGINE.stream().map(type -> type.getPackage()).distinct())
                .allSatisfy(mark -> assertThat(mark.isAnnotatedWith(NullMarked.class))
                        .as(mark.getName())
                        .isTrue());
    }

    @Test
    void shouldWriteMarkupInOnePackageOnly() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> offenders = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.startsWith(CLASSES.resolve("dev/platen/engine/html")))
                    .filter(file -> !file.endsWith("expression/Lowering.class")) // it names the operator
                    .filter(file -> !file.endsWith("expression/Plain.class")) // so does this
                    .filter(file -> !file.endsWith("chart/Lines.class")) // a length of 60 is the same number
                    .filter(ArchitectureTest::holdsMarkup)
                    .map(Path::toString)
                    .toList();

            assertThat(offenders).as("classes with '<' in a constant").isEmpty();
        }
    }

    /** Numbers by that format have other digits in some languages of the machine; what is said to authors must not. */
    @Test
    void shouldWriteNumbersAlikeOnEveryMachine() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> offenders = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(ArchitectureTest::holdsLocalisedNumber)
                    .map(Path::toString)
                    .toList();

            assertThat(offenders).as("classes with '%d' in a constant").isEmpty();
        }
    }

    private static boolean holdsLocalisedNumber(Path file) {
        try {
            ClassModel model = ClassFile.of().parse(file);
            return StreamSupport.stream(model.constantPool().spliterator(), false)
                    .anyMatch(entry -> entry instanceof StringEntry text
                            && text.stringValue().contains("%d"));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean holdsMarkup(Path file) {
        try {
            ClassModel model = ClassFile.of().parse(file);
            boolean hasText = StreamSupport.stream(model.constantPool().spliterator(), false)
                    .anyMatch(entry -> entry instanceof StringEntry text
                            && text.stringValue().contains("<"));
            boolean hasRecipe = StreamSupport.stream(model.constantPool().spliterator(), false)
                    .anyMatch(entry -> entry instanceof Utf8Entry text
                            && text.stringValue().contains("<\u0001"));
            boolean hasCharacter = model.methods().stream()
                    .flatMap(method -> method.code().stream())
                    .flatMap(code -> code.elementStream())
                    .anyMatch(element -> element instanceof ConstantInstruction constant
                            && constant.constantValue().equals((int) '<'));
            return hasText || hasRecipe || hasCharacter;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
