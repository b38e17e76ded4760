package org.patchbay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.patchbay");

    @Test
    void onlyTheTwilioPackageKnowsTwiliosLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.patchbay.twilio..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.twilio..")
                .allowEmptyShould(true)
                .check(SERVER);
    }

    @Test
    void theKernelNeedsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("org.patchbay.kernel..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.patchbay.kernel..", "org.jspecify..")
                .check(SERVER);
    }

    @Test
    void decisionsKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("org.patchbay.routing..", "org.patchbay..decisions..")
                .or()
                .haveSimpleNameEndingWith("Decision")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "javax.sql..", "java.sql..")
                .allowEmptyShould(true)
                .check(SERVER);
    }

    @Test
    void controllersLiveInAWebPackageAndAreNobodysBusinessButSprings() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("org.patchbay.*.web")
                .andShould()
                .bePackagePrivate()
                .check(SERVER);
    }

    @Test
    void nobodyGetsAtConnectionsButTheDatabasePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.patchbay.database..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DataSource.class)
                .check(SERVER);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.patchbay.kernel..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SERVER);
    }

    @Test
    void nothingSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(SERVER);
        noMethods().should().beAnnotatedWith("org.junit.jupiter.api.Disabled").check(SERVER);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<String> without = SERVER.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !SERVER.contain(name + ".package-info")
                        || !SERVER.get(name + ".package-info").isAnnotatedWith(NullMarked.class))
                .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void theSimulatorImportsNothingOfTheServer() throws IOException {
        List<String> packages = SERVER.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.split("\\.").length > 2)
                .map(name -> name.split("\\.")[2])
                .distinct()
                .toList();
        try (Stream<Path> sources = Files.walk(Path.of("..", "simulator", "src", "main", "java"))) {
            List<String> imports = sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(ArchitectureTest::lines)
                    .filter(line -> line.startsWith("import org.patchbay."))
                    .filter(line -> packages.contains(line.split("[. ;]")[3]))
                    .toList();
            assertThat(imports).isEmpty();
        }
    }

    private static Stream<String> lines(Path path) {
        try {
            return Files.readAllLines(path).stream();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
