package dev.cordon.law.internal;

import dev.cordon.CordonException;
import dev.cordon.law.JurisdictionLaw;
import dev.cordon.law.LawCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the catalogue strictly: an unknown, doubled or missing field stops the start. */
public final class CatalogueReader {

  private static final String FILES = "classpath*:law/*.yaml";

  private final YAMLMapper mapper =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Reads every file of the catalogue on the class path. */
  public LawCatalogue readAll() {
    List<JurisdictionLaw> jurisdictions = new ArrayList<>();
    try {
      Resource[] resources = new PathMatchingResourcePatternResolver().getResources(FILES);
      Arrays.sort(resources, Comparator.comparing(resource -> name(resource)));
      for (Resource resource : resources) {
        try (InputStream content = resource.getInputStream()) {
          jurisdictions.add(read(name(resource), content));
        }
      }
      return new LawCatalogue(jurisdictions);
    } catch (IOException e) {
      throw new CordonException("The law catalogue cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new CordonException("The law catalogue contradicts itself: " + e.getMessage(), e);
    }
  }

  /** Reads one file; its name must be its country's code. */
  public JurisdictionLaw read(String file, InputStream content) {
    JurisdictionLaw jurisdiction;
    try {
      jurisdiction = mapper.readValue(content, JurisdictionLaw.class);
    } catch (JacksonException e) {
      throw new CordonException("Law catalogue, " + place(file, e) + ": " + wording(e), e);
    }
    if (!file.equals(jurisdiction.country() + ".yaml")) {
      throw new CordonException(
          "Law catalogue, "
              + file
              + ", field country: is "
              + jurisdiction.country()
              + ", but the file is named "
              + file
              + ". Rename one of them.");
    }
    return jurisdiction;
  }

  private static String place(String file, JacksonException problem) {
    TokenStreamLocation location = problem.getLocation();
    String line =
        location == null || location.getLineNr() < 1 ? "" : ", line " + location.getLineNr();
    return file + line + field(problem);
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

  private static String wording(JacksonException problem) {
    Throwable cause = problem.getCause();
    return cause instanceof IllegalArgumentException ? message(cause) : message(problem);
  }

  private static String message(Throwable problem) {
    String message =
        problem instanceof JacksonException jackson
            ? jackson.getOriginalMessage()
            : problem.getMessage();
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  private static String name(Resource resource) {
    return String.valueOf(resource.getFilename());
  }
}
