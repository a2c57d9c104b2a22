package dev.cordon.law.web;

import dev.cordon.law.AgeBand;
import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import dev.cordon.law.Jurisdiction;
import dev.cordon.law.LawCatalogue;
import dev.cordon.law.LawChange;
import dev.cordon.law.LawQuestion;
import dev.cordon.law.Material;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers for many jurisdictions and all conducts on one day. */
final class LawMatrix {

  /** Which jurisdictions stand in it. */
  enum Show {
    /** Those with a file, and their parts that differ. */
    CATALOGUE("with a file"),
    /** All of the list. */
    ALL("all"),
    /** All in which no conduct is surely covered. */
    GAPS("nothing surely covered");

    private final String words;

    Show(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** One jurisdiction's line. */
  record Line(Jurisdiction place, List<Coverage> answers) {

    /** How many conducts are not surely covered. */
    long gaps() {
      return answers.stream().filter(one -> one.answer() != Coverage.Answer.COVERED).count();
    }
  }

  /**
   * The whole matrix.
   *
   * @param lines in the order of the codes
   * @param gaps for each conduct, in how many of the lines it is not surely covered
   */
  record Sheet(List<Line> lines, List<Long> gaps) {}

  private final LawCatalogue catalogue;

  LawMatrix(LawCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Sheet sheet(LocalDate on, Material material, @Nullable AgeBand age, Show show) {
    List<Line> lines =
        catalogue.places().all().stream()
            .filter(place -> show != Show.CATALOGUE || hasOwn(place))
            .map(place -> line(place, on, material, age))
            .filter(line -> show != Show.GAPS || line.gaps() == Conduct.values().length)
            .toList();
    List<Long> gaps =
        Arrays.stream(Conduct.values())
            .map(conduct ->
                lines.stream()
                    .filter(line ->
                        line.answers().get(conduct.ordinal()).answer() != Coverage.Answer.COVERED)
                    .count())
            .toList();
    return new Sheet(lines, gaps);
  }

  /** Everything that differs between two days, where there is a file. */
  List<LawChange> changes(Material material, LocalDate from, LocalDate to) {
    return catalogue.places().all().stream()
        .filter(this::hasOwn)
        .flatMap(place -> catalogue.changes(place.code(), material, from, to).stream())
        .toList();
  }

  // A part of a country stands for itself where the catalogue speaks of it and not only of the
  // whole.
  private boolean hasOwn(Jurisdiction place) {
    return place.isDivision()
        ? !catalogue.provisions(place.code()).equals(catalogue.provisions(place.country()))
        : catalogue.file(place.code()).isPresent();
  }

  private Line line(Jurisdiction place, LocalDate on, Material material, @Nullable AgeBand age) {
    return new Line(
        place,
        Arrays.stream(Conduct.values())
            .map(conduct ->
                catalogue.coverage(new LawQuestion(place.code(), conduct, material, age, on)))
            .toList());
  }
}
