package dev.cordon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What templates may not say because it does not do what it says. */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern ELEMENT =
      Pattern.compile("<[a-z:]+((?:\\s+[^\\s=>\"/]+(?:=\"[^\"]*\")?)+)\\s*/?>");

  /** The engine replaces first: the condition is never asked, and its element always stands. */
  @Test
  void condition_neverStandsBesideReplace() throws IOException {
    List<Path> templates = templates();

    assertThat(templates).hasSizeGreaterThan(50);
    for (Path template : templates) {
      assertThat(ELEMENT.matcher(Files.readString(template)).results())
          .as("%s", template)
          .noneMatch(element ->
              element.group(1).contains("th:replace=")
                  && (element.group(1).contains("th:if=")
                      || element.group(1).contains("th:unless=")));
    }
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }
}
