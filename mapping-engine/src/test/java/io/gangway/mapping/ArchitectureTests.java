package io.gangway.mapping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.gangway");

    @Test
    void knowsJoltInTestsAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.bazaarvoice..")
                .check(CLASSES);
    }

    @Test
    void keepsPlansApartFromMessagesAndMappings() {
        noClasses()
                .that()
                .resideInAPackage("io.gangway.mapping.plan")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.gangway.mapping", "io.gangway.canonical")
                .check(CLASSES);
    }

    @Test
    void knowsNeitherSpringNorJackson2() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(CLASSES);
    }

    @Test
    void neverAsksForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    @Test
    void neverLoadsClassesByName() {
        noClasses().should().callMethod(Class.class, "forName", String.class).check(CLASSES);
    }
}
