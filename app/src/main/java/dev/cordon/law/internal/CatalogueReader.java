package dev.cordon.law.internal;

import dev.cordon.CordonException;
import dev.cordon.law.CatalogueFiles;
import dev.cordon.law.JurisdictionLaw;
import dev.cordon.law.Jurisdictions;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads one file of the catalogue strictly: what is unknown, doubled or missing is refused. */
public final class CatalogueReader {

  private static final int LARGEST_BYTES = 1 << 20;

  private final Jurisdictions places;
  private final YAMLMapper mapper =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A reader that knows these jurisdictions. */
  public CatalogueReader(Jurisdictions places) {
    this.places = places;
  }

  /**
   * Reads one file; its name must be its jurisdiction's code.
   *
   * @throws CordonException with file, line and field
   */
  public JurisdictionLaw read(String file, byte[] content) {
    if (content.length > LARGEST_BYTES) {
      throw wrong(file, "is larger than a mebibyte; split nothing, but look what is in it");
    }
    YamlLines lines = YamlLines.of(content);
    JurisdictionLaw law = parsed(file, content, lines);
    if (!file.equals(law.jurisdiction() + ".yaml")) {
      throw wrong(
          file + ", field jurisdiction",
          "is " + law.jurisdiction() + ", but the file is named " + file + ". Rename one of them.");
    }
    try {
      CatalogueFiles.checkOne(places, law);
    } catch (IllegalArgumentException e) {
      throw new CordonException(
          "Law catalogue, "
              + file
              + line(lines.named(String.valueOf(e.getMessage())))
              + ": "
              + e.getMessage(),
          e);
    }
    return law;
  }

  private JurisdictionLaw parsed(String file, byte[] content, YamlLines lines) {
    try {
      return mapper.readValue(content, JurisdictionLaw.class);
    } catch (JacksonException e) {
      throw new CordonException(
          "Law catalogue, " + file + line(lineOf(e, lines)) + field(e) + ": " + wording(e, lines),
          e);
    }
  }

  private static CordonException wrong(String where, String what) {
    return new CordonException("Law catalogue, " + where + ": " + what);
  }

  // Where a value is wrong its own line is the place; where the text is no YAML, the parser's.
  private static int lineOf(JacksonException problem, YamlLines lines) {
    if (problem.getCause() instanceof NullPointerException) {
      return lines.emptyLine();
    }
    if (problem instanceof DatabindException databind) {
      if (databind.getPath().isEmpty()) {
        return 0;
      }
      int line =
          lines.at(
              databind.getPath().stream()
                  .map(part ->
                      part.getPropertyName() == null
                          ? String.valueOf(part.getIndex())
                          : part.getPropertyName())
                  .toList());
      if (line > 0) {
        return line;
      }
    }
    TokenStreamLocation location = problem.getLocation();
    return location == null ? 0 : location.getLineNr();
  }

  private static String line(int number) {
    return number < 1 ? "" : ", line " + number;
  }

  private static String field(JacksonException problem) {
    if (!(problem instanceof DatabindException databind) || databind.getPath().isEmpty()) {
      return "";
    }
    return databind.getPath().stream()
        .map(part ->
            part.getPropertyName() == null
                ? "[" + (part.getIndex() + 1) + "]"
                : part.getPropertyName())
        .collect(Collectors.joining(".", ", field ", ""));
  }

  private static String wording(JacksonException problem, YamlLines lines) {
    Throwable cause = problem.getCause();
    if (cause instanceof NullPointerException) {
      return lines.empty() + " is empty where a value is needed";
    }
    return cause instanceof IllegalArgumentException ? message(cause) : message(problem);
  }

  private static String message(Throwable problem) {
    String message =
        problem instanceof JacksonException jackson
            ? jackson.getOriginalMessage()
            : problem.getMessage();
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}
