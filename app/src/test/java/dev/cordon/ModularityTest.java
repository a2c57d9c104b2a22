package dev.cordon;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  private static final String[] LIBRARIES = {
    "dev.cordon.kernel..",
    "dev.cordon.formats..",
    "dev.cordon.linkage..",
    "dev.cordon.exchange..",
    "dev.cordon.exercise.."
  };
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new NoTests()).importPackages("dev.cordon");

  private final ApplicationModules modules =
      ApplicationModules.of(Cordon.class, resideInAnyPackage(LIBRARIES));

  @Test
  void stages_keepTheirBorders() {
    modules.verify();
  }

  @Test
  void borderTest_sawEveryStage() {
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .contains(
            "intake",
            "resolution",
            "attribution",
            "deconfliction",
            "dispatch",
            "action",
            "evidence",
            "triage",
            "figures",
            "law",
            "ledger",
            "access",
            "web");
  }

  /** A library of its own Maven module is used by the stage it was made for and by nobody else. */
  @ParameterizedTest
  @CsvSource({
    "formats, intake run evidence reference dispatch",
    "linkage, resolution attribution run",
    "exchange, intake correspondents dispatch correspondence action erasure evidence ledger figures",
    "exercise, demo"
  })
  void library_hasItsOneUser(String library, String users) {
    String[] allowed =
        ("dev.cordon."
                + library
                + ".. "
                + "dev.cordon."
                + users.replace(" ", ".. dev.cordon.")
                + "..")
            .split(" ");
    noClasses()
        .that(resideInAnyPackage("dev.cordon..").and(resideInNone(allowed)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.cordon." + library + "..")
        .allowEmptyShould(false)
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> resideInNone(String... packages) {
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }
}
