package dev.cordon.intake.internal;

import dev.cordon.formats.content.MediaKind;
import java.util.ArrayList;
import java.util.List;

/** Where media lie in a source: the first places, and how many there are. */
final class MediaFindings {

  private static final int MOST_PLACES = 100;

  private final List<String> places = new ArrayList<>();
  private long count;

  void add(MediaKind kind, String place) {
    add(kind + " " + place);
  }

  /** Something that is refused like media, and where it lies. */
  void add(String place) {
    count++;
    if (places.size() < MOST_PLACES) {
      places.add(place);
    }
  }

  /** What was found in a part of the whole. */
  void addAll(Findings part, String where) {
    for (String place : part.media()) {
      if (places.size() < MOST_PLACES) {
        places.add(where + " " + place);
      }
    }
    count += part.mediaFound();
  }

  List<String> places() {
    return places;
  }

  long count() {
    return count;
  }
}
