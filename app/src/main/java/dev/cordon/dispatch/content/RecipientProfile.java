package dev.cordon.dispatch.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Omission;
import dev.cordon.dispatch.content.PackageContent.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which fields a kind of recipient may get, and without what it gets nothing. The profiles are
 * data: {@code /dispatch/profiles.yaml}.
 *
 * @param name short, as stored
 * @param title for people
 * @param basis the text it follows
 * @param fields kinds of records it may get; null: all
 * @param categories data-subject categories it may get
 * @param needsGrading whether source and information must be assessed
 * @param thirdPersons whether it may get facts about third persons
 */
public record RecipientProfile(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) String basis,
    @JsonProperty("fields") @Nullable Set<String> fields,
    @JsonProperty(required = true) Set<String> categories,
    @JsonProperty(value = "needs_grading", required = true) boolean needsGrading,
    @JsonProperty(value = "third_persons", required = true) boolean thirdPersons) {

  /** The profile of a national or local police agency. */
  public static final String NATIONAL = "national";

  private static final List<RecipientProfile> SHIPPED = read();

  /** Copies the sets. */
  public RecipientProfile {
    fields = fields == null ? null : Set.copyOf(fields);
    categories = Set.copyOf(categories);
  }

  /** All shipped, in the file's order. */
  public static List<RecipientProfile> shipped() {
    return SHIPPED;
  }

  /** The one of that name. */
  public static Optional<RecipientProfile> of(String name) {
    return SHIPPED.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /** The facts it may get, and what was left out. */
  public ThirdPersons.Result keep(String subject, List<Fact> facts) {
    List<Fact> kept = new ArrayList<>();
    Map<String, Long> dropped = new TreeMap<>();
    for (Fact fact : facts) {
      boolean third = fact.concerns() == PackageContent.Concern.OTHER;
      boolean listed = fields == null || fields.contains(fact.kind());
      if (listed && (thirdPersons || !third)) {
        kept.add(fact);
      } else {
        dropped.merge(fact.kind(), 1L, Long::sum);
      }
    }
    List<Omission> omissions = new ArrayList<>();
    dropped.forEach((kind, count) ->
        omissions.add(
            new Omission(subject, kind, count, "not among the fields of profile " + name)));
    return new ThirdPersons.Result(kept, omissions);
  }

  /** Why a package under this profile may not go; empty where nothing speaks against it. */
  public List<String> objections(List<Subject> subjects, String grading, String handlingCode) {
    List<String> objections = new ArrayList<>();
    for (Subject subject : subjects) {
      if (!categories.contains(subject.category())) {
        objections.add(
            subject.number()
                + " is "
                + subject.category().replace('_', ' ')
                + "; profile "
                + name
                + " takes "
                + String.join(", ", categories.stream().sorted().toList()).replace('_', ' '));
      }
    }
    if (needsGrading && grading.startsWith("X")) {
      objections.add("source and information are not graded, which profile " + name + " needs");
    }
    if (handlingCode.isBlank()) {
      objections.add("it has no handling code");
    }
    return objections;
  }

  private static List<RecipientProfile> read() {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream in = RecipientProfile.class.getResourceAsStream("/dispatch/profiles.yaml")) {
      if (in == null) {
        throw new IllegalStateException("/dispatch/profiles.yaml is not in this program");
      }
      return List.of(mapper.readValue(in.readAllBytes(), RecipientProfile[].class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
