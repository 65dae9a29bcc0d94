package dev.platen.operator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class OperatorArchitectureTest {
    private static final JavaClasses OPERATOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.platen.operator");

    @TestFactory
    Stream<DynamicTest> shouldKeepItsParts() {
        return Stream.of(
                        classes()
                                .that()
                                .resideInAPackage("..decide..")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage("java..", "org.jspecify..", "dev.platen.operator.decide..")
                                .because("the decision core runs without cluster, broker and framework"),
                        noClasses()
                                .that()
                                .resideInAPackage("..api..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("..decide..", "..observe..", "..act..", "..reconcile..")
                                .because("the resource is what others read and write"),
                        noClasses()
                                .that()
                                .resideInAnyPackage("..observe..", "..act..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("..reconcile..")
                                .because("senses and hands do not know the loop"),
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("dev.platen.engine..", "dev.platen.gateway..")
                                .because("the operator knows the other parts by their metrics and topics only"))
                .map(OperatorArchitectureTest::asTest);
    }

    private static DynamicTest asTest(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(OPERATOR));
    }
}
