package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cordon.NoTests;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A web server writes an upload to a temporary file before anyone can judge whether it is media.
 */
class NoUploadTest {

  private static final JavaClasses INTAKE =
      new ClassFileImporter().withImportOption(new NoTests()).importPackages("dev.cordon.intake");

  @Test
  void intake_takesNoUpload() {
    List<String> uploaders =
        INTAKE.stream()
            .filter(type ->
                type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getName())
                    .anyMatch(name ->
                        name.startsWith("org.springframework.web.multipart.")
                            || name.equals("jakarta.servlet.http.Part")))
            .map(JavaClass::getName)
            .toList();

    assertThat(uploaders).as("classes that take a seized file as an upload").isEmpty();
    assertThat(INTAKE.stream().map(JavaClass::getSimpleName)).contains("SourceController");
  }
}
