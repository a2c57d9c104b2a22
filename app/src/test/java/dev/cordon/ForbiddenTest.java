package dev.cordon;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not called in this code, each with what to use instead. */
class ForbiddenTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new NoTests()).importPackages("dev.cordon");

  /** Classes that talk to the person at the terminal. */
  private static final DescribedPredicate<JavaClass> COMMANDS =
      describe(
          "commands",
          type ->
              type.getName().matches("dev\\.cordon\\.(Commands|Cordon)")
                  || type.getName().matches(".*Command(\\$.*)?")
                  || type.getPackageName().startsWith("dev.cordon.cli")
                  || type.getPackageName().startsWith("dev.cordon.run")
                  || type.getPackageName().startsWith("dev.cordon.demo"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.util.Date                  | java.time.Instant",
        "java.util.Calendar              | java.time.ZonedDateTime",
        "java.text.SimpleDateFormat      | java.time.format.DateTimeFormatter",
        "java.sql.Timestamp              | java.time.OffsetDateTime",
        "java.util.Random                | java.security.SecureRandom, or a seeded SplittableRandom",
        "java.io.ObjectInputStream       | records read from JSON",
        "java.io.ObjectOutputStream      | records written as JSON",
        "java.util.Vector                | java.util.ArrayList",
        "java.util.Hashtable             | java.util.HashMap",
        "java.beans.XMLDecoder           | a parser of the format",
        "javax.script.ScriptEngine       | code",
        "java.util.logging.Logger        | org.slf4j.Logger"
      })
  void type_isNotUsed(String forbidden, String instead) {
    noClasses()
        .that(describe("are not the exercise", type -> !isExercise(type) || !isRandom(forbidden)))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(forbidden)
        .because("there is " + instead)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.lang.Thread    | sleep          | a lock, a queue or a scheduler",
        "java.lang.Thread    | stop           | an interrupt",
        "java.lang.Runtime   | exec           | ProcessBuilder with its words apart",
        "java.lang.Runtime   | halt           | System.exit in a main",
        "java.lang.Throwable | printStackTrace | a logger, or a message for the person",
        "java.lang.System    | gc             | nothing",
        "java.lang.String    | getBytes()     | getBytes(StandardCharsets.UTF_8)",
        "java.io.File        | deleteOnExit   | try and finally"
      })
  void method_isNotCalled(String owner, String method, String instead) {
    noClasses()
        .that(describe("are not commands", type -> !COMMANDS.test(type)))
        .should()
        .callCodeUnitWhere(
            target(owner(nameMatching(owner.replace(".", "\\.")))).and(target(signature(method))))
        .because("there is " + instead)
        .check(CLASSES);
  }

  @Test
  void standardStreams_areForCommands() {
    noClasses()
        .that(describe("are not commands", type -> !COMMANDS.test(type)))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("there is a logger, and a command has its own writers")
        .check(CLASSES);
  }

  @Test
  void sql_isNotFormatted() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Sql")
        // Composes steps of a linkage plan out of its own constants; nothing from outside enters.
        .and()
        .doNotHaveSimpleName("ObservationSql")
        .should()
        .callMethodWhere(
            target(
                describe(
                    "String.format or formatted",
                    called ->
                        called.getOwner().isEquivalentTo(String.class)
                            && called.getName().matches("format|formatted|concat"))))
        .because("there are bound parameters")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void rules_sawTheClasses() {
    assertThat(CLASSES.size()).isGreaterThan(150);
    assertThat(CLASSES.contain("dev.cordon.kernel.merkle.Proofs")).isTrue();
    assertThat(CLASSES.contain("dev.cordon.serve.Server")).isTrue();
  }

  private static <T extends com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget>
      DescribedPredicate<T> signature(String method) {
    boolean bare = method.endsWith("()");
    String name = bare ? method.substring(0, method.length() - 2) : method;
    return describe(
        method,
        called ->
            called.getName().equals(name) && (!bare || called.getRawParameterTypes().isEmpty()));
  }

  private static boolean isExercise(JavaClass type) {
    return type.getPackageName().startsWith("dev.cordon.exercise");
  }

  private static boolean isRandom(String forbidden) {
    return forbidden.equals("java.util.Random");
  }
}
