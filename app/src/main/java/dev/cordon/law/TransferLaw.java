package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.CordonException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which countries personal data may go to on which basis (Directive (EU) 2016/680 Art. 35 to 38):
 * data, in {@code dev/cordon/law/transfers.yaml}. Immutable.
 *
 * @param asOf the day up to which the sources were read
 * @param bound countries the directive binds, or rules equal to it
 * @param adequacy decisions that another country's protection is adequate (Art. 36)
 */
public record TransferLaw(
    @JsonProperty(value = "as_of", required = true) LocalDate asOf,
    @JsonProperty(required = true) List<String> bound,
    @JsonProperty(required = true) List<Adequacy> adequacy) {

  /**
   * A decision that a country's protection is adequate.
   *
   * @param country two letters
   * @param decision as it is cited
   * @param begins its first day
   * @param ends its end, that day excluded; null when none is known
   * @param source where it was read
   * @param note what must be checked; null when nothing
   */
  public record Adequacy(
      @JsonProperty(required = true) String country,
      @JsonProperty(required = true) String decision,
      @JsonProperty(required = true) Boundary begins,
      @Nullable Boundary ends,
      @JsonProperty(required = true) String source,
      @Nullable String note) {

    boolean standsOn(LocalDate day) {
      LocalDate end = ends == null ? null : ends.notBefore();
      return begins.surelyReached(day) && (end == null || day.isBefore(end));
    }
  }

  /** Copies the lists. */
  public TransferLaw {
    bound = List.copyOf(bound);
    adequacy = List.copyOf(adequacy);
  }

  /**
   * What comes with Cordon.
   *
   * @throws CordonException when it is not readable or names a country there is not
   */
  public static TransferLaw shipped(Jurisdictions places) {
    YAMLMapper mapper =
        YAMLMapper.builder(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    InputStream content = TransferLaw.class.getResourceAsStream("transfers.yaml");
    if (content == null) {
      throw new CordonException("The rules of transfers are missing: transfers.yaml");
    }
    try {
      TransferLaw law = mapper.readValue(content, TransferLaw.class);
      law.requireKnown(places);
      return law;
    } catch (JacksonException e) {
      throw new CordonException("transfers.yaml: " + e.getOriginalMessage(), e);
    }
  }

  private void requireKnown(Jurisdictions places) {
    for (String country : bound) {
      require(places, country);
    }
    for (Adequacy decision : adequacy) {
      require(places, decision.country());
    }
  }

  private static void require(Jurisdictions places, String country) {
    if (places.find(country).filter(place -> !place.isDivision()).isEmpty()) {
      throw new CordonException("transfers.yaml: '" + country + "' is no country of the list.");
    }
  }

  /** Whether data that goes from one country to the other needs a basis of its own. */
  public boolean needed(String from, String to) {
    return !from.equals(to) && !(bound.contains(from) && bound.contains(to));
  }

  /** The decision on a country that stands on a day, if the data names one. */
  public Optional<Adequacy> adequacyOf(String country, LocalDate day) {
    return adequacy.stream()
        .filter(decision -> decision.country().equals(country) && decision.standsOn(day))
        .findFirst();
  }
}
