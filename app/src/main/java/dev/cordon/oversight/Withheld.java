package dev.cordon.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a person's file does not leave, and on which ground of law.
 *
 * @param parts names of parts
 * @param because the ground; null when nothing is withheld
 */
record Withheld(List<String> parts, @Nullable String because) {

  static final Withheld NOTHING = new Withheld(List.of(), null);

  Withheld {
    parts = List.copyOf(parts);
    because = because == null || because.isBlank() ? null : because.strip();
  }

  /** The sections, each withheld one with the ground in its place. */
  List<Section> from(List<Section> sections) {
    String ground = because;
    return ground == null
        ? sections
        : sections.stream()
            .map(part -> parts.contains(part.name()) ? part.withheld(ground) : part)
            .toList();
  }
}
