package dev.cordon.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The written rule by which a field report is matched to a person of a package its agency holds.
 *
 * <p>Names are compared as folded words in any order. Two words agree when they are equal, or
 * differ by one letter if both have four letters or more, by two if both have eight or more; two
 * names agree when every word of the shorter one, at least two, has its own partner and no more
 * than two letters differ in all. A report fits a subject when
 *
 * <ol>
 *   <li>the name is the same and a postcode is the same; or
 *   <li>the name agrees, street and number agree, and postcode or town is the same; or
 *   <li>the name is the same and the package holds no address of that subject.
 * </ol>
 *
 * <p>The rule weighs nothing and ranks nobody: a report fits or it does not.
 */
public final class MatchRule {

  /** Name and version, kept with every match. */
  public static final String VERSION = "name-and-address 1";

  private static final int MAXIMUM_LETTERS = 2;

  /** Why the report fits the subject, in plain words; nothing when it does not. */
  public Optional<String> why(
      ReportedPerson person, @Nullable ReportedAddress address, HeldPerson held) {
    OptionalInt letters = nameDifference(person.name(), held.names());
    if (letters.isEmpty()) {
      return Optional.empty();
    }
    boolean sameName = letters.getAsInt() == 0;
    String name = sameName ? "same name" : letters.getAsInt() + " letter(s) differ in the name";
    if (!held.hasAddress()) {
      return sameName
          ? Optional.of(name + "; the package holds no address of this subject")
          : Optional.empty();
    }
    if (address == null) {
      return Optional.empty();
    }
    return place(address, held, sameName).map(place -> name + "; " + place);
  }

  private static Optional<String> place(
      ReportedAddress address, HeldPerson held, boolean sameName) {
    boolean samePostcode = sameCode(address.postcode(), held.postcodes());
    boolean sameLine = lineAgrees(address.line(), held.lines());
    boolean sameCity = sameCode(address.city(), held.cities());
    if (sameLine && samePostcode) {
      return Optional.of("same street, number and postcode");
    }
    if (sameName && samePostcode) {
      return Optional.of("same postcode");
    }
    if (sameLine && sameCity) {
      return Optional.of("same street, number and town");
    }
    return Optional.empty();
  }

  private static OptionalInt nameDifference(String reported, List<String> names) {
    return names.stream()
        .flatMap(name -> difference(FoldedText.words(reported), FoldedText.words(name)).stream())
        .mapToInt(Integer::intValue)
        .min();
  }

  private static Optional<Integer> difference(List<String> left, List<String> right) {
    List<String> fewer = left.size() <= right.size() ? left : right;
    List<String> more = new ArrayList<>(fewer == left ? right : left);
    if (fewer.size() < 2) {
      return Optional.empty();
    }
    List<String> unpaired = new ArrayList<>();
    for (String word : fewer) {
      if (!more.remove(word)) {
        unpaired.add(word);
      }
    }
    return pair(unpaired, more);
  }

  private static Optional<Integer> pair(List<String> words, List<String> partners) {
    if (words.isEmpty()) {
      return Optional.of(0);
    }
    String word = words.getFirst();
    return Stream.iterate(0, index -> index < partners.size(), index -> index + 1)
        .flatMap(index -> {
          int letters = FoldedText.distance(word, partners.get(index));
          if (letters > allowance(word, partners.get(index))) {
            return Stream.<Integer>empty();
          }
          List<String> rest = new ArrayList<>(partners);
          rest.remove((int) index);
          return pair(words.subList(1, words.size()), rest).stream().map(other -> other + letters);
        })
        .filter(letters -> letters <= MAXIMUM_LETTERS)
        .min(Integer::compare);
  }

  private static int allowance(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    if (shorter < 4) {
      return 0;
    }
    return shorter < 8 ? 1 : 2;
  }

  private static boolean sameCode(@Nullable String reported, List<String> held) {
    String code = reported == null ? "" : FoldedText.code(reported);
    return !code.isEmpty() && held.stream().map(FoldedText::code).anyMatch(code::equals);
  }

  private static boolean lineAgrees(@Nullable String reported, List<String> held) {
    if (reported == null) {
      return false;
    }
    Line line = Line.of(reported);
    return held.stream().map(Line::of).anyMatch(line::agrees);
  }

  /** Street letters and number words of one address line. */
  private record Line(String street, List<String> numbers) {

    static Line of(String text) {
      List<String> words = FoldedText.words(text);
      String street =
          String.join("", words.stream().filter(word -> !hasDigit(word)).map(Line::full).toList());
      return new Line(street, words.stream().filter(Line::hasDigit).toList());
    }

    boolean agrees(Line other) {
      boolean sameNumber = !numbers.isEmpty() && Objects.equals(numbers, other.numbers);
      int allowance = Math.min(street.length(), other.street.length()) < 8 ? 1 : 2;
      return sameNumber
          && !street.isEmpty()
          && FoldedText.distance(street, other.street) <= allowance;
    }

    private static String full(String word) {
      return word.endsWith("str") ? word + "asse" : word;
    }

    private static boolean hasDigit(String word) {
      return word.chars().anyMatch(Character::isDigit);
    }
  }
}
