package dev.cordon.dispatch;

import dev.cordon.dispatch.ShownConduct.Showing;
import dev.cordon.dispatch.SubjectMaterial.Material;
import dev.cordon.law.Coverage;
import dev.cordon.law.LawCatalogue;
import dev.cordon.law.LawQuestion;
import dev.cordon.law.LocalDays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a prosecutor of the receiving country must answer: of the conduct the package is about, and
 * of each conduct its records show, by the law on the day of the last of them there.
 */
final class PackageQuestions {

  private PackageQuestions() {}

  static List<String> of(
      Coverage coverage, List<Material> material, LawCatalogue law, String jurisdiction) {
    Set<String> questions = new LinkedHashSet<>(coverage.asked());
    for (Showing showing : Showing.values()) {
      Optional<Instant> last =
          material.stream()
              .filter(record -> record.kind().equals(showing.name()))
              .map(Material::at)
              .filter(Objects::nonNull)
              .max(Comparator.naturalOrder());
      if (last.isPresent() && showing.conduct() != coverage.question().conduct()) {
        LocalDays days = law.places().days(jurisdiction, last.get());
        law.coverage(LawQuestion.of(jurisdiction, showing.conduct(), days.earliest()), days)
            .asked()
            .forEach(ask ->
                questions.add("The records show: " + showing.conduct().words() + ". " + ask));
      }
    }
    return new ArrayList<>(questions);
  }
}
