package dev.cordon.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.access.OperationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All figures of an operation, read at one moment under the reader's rights.
 *
 * @param asOf the moment
 * @param operation which operation
 * @param scope {@code operation} when the reader sees all of it, {@code agency} when only the own
 *     agency's part is counted
 * @param figures by the order of the data
 * @param byCountry for each country, the figures whose records name it
 * @param funnel from accounts to subjects acted on
 */
public record Figures(
    @JsonProperty("as_of") Instant asOf,
    OperationId operation,
    String scope,
    List<Figure> figures,
    @JsonProperty("by_country") Map<String, Map<String, Long>> byCountry,
    List<Step> funnel) {

  /** A step of the funnel; its name is its figure's. */
  public record Step(String name, String title, long value) {}

  /** Copies the lists. */
  public Figures {
    figures = List.copyOf(figures);
    funnel = List.copyOf(funnel);
  }

  /** The same figures, found to hold at that moment too. */
  Figures asOf(Instant moment) {
    return new Figures(moment, operation, scope, figures, byCountry, funnel);
  }

  /** One figure by its name. */
  public Optional<Figure> figure(String name) {
    return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
  }
}
