package dev.cordon.demo;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The persons of an agency's packages by their names, as its officer finds whom a site is planned
 * for. A name two persons bear finds nobody.
 */
final class PersonsHeld {

  private final Map<String, Set<String>> byName = new HashMap<>();

  /** Adds a subject of a package. */
  void add(JsonNode subject) {
    for (JsonNode name : subject.path("names")) {
      byName
          .computeIfAbsent(folded(name.asString()), any -> new HashSet<>())
          .add(subject.path("id").asString());
    }
  }

  /** The one person of that name. */
  Optional<String> named(JsonNode person) {
    Set<String> found =
        byName.getOrDefault(
            folded(person.path("given").asString("") + " " + person.path("family").asString("")),
            Set.of());
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static String folded(String name) {
    String plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replace("ø", "o")
            .replace("æ", "ae")
            .replace("ß", "ss")
            .replace("ł", "l")
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}]+", " ")
            .strip();
    return String.join(" ", new TreeSet<>(Arrays.asList(plain.split(" "))));
  }
}
