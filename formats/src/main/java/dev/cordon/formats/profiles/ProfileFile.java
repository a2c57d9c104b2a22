package dev.cordon.formats.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cordon.formats.FormatException;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Profile files as analysts share them. Reading names file, line and word of whatever is wrong, all
 * of it at once, and refuses what a hostile file would bring. Writing and reading again gives the
 * same profile.
 */
public final class ProfileFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .withConfigOverride(
              String.class,
              text ->
                  text.setInclude(
                      JsonInclude.Value.construct(
                          JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)))
          .build();

  private ProfileFile() {}

  /** Reads a profile; throws a {@link FormatException} that says what is wrong and where. */
  public static Profile read(String file, InputStream yaml) {
    byte[] bytes;
    try {
      bytes = yaml.readNBytes(ProfileYaml.MOST_BYTES + 1);
    } catch (IOException failure) {
      throw new FormatException("the profile " + file + " cannot be read", failure);
    }
    ProfileCheck.check(file, ProfileYaml.read(file, bytes));
    try {
      return YAML.readValue(bytes, Profile.class);
    } catch (JacksonException failure) {
      throw new FormatException(
          "the profile " + file + " cannot be read: " + failure.getOriginalMessage(), failure);
    }
  }

  /** The profile as a file. */
  public static String write(Profile profile) {
    return YAML.writeValueAsString(profile);
  }
}
