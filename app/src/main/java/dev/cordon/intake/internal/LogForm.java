package dev.cordon.intake.internal;

import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.weblogs.LogFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a log of no common form are read.
 *
 * @param how how that is known
 * @param profile the operation's own profile that says what its fields give; null where addresses
 *     and times are all that is taken
 */
public record LogForm(LogFormat format, How how, Profiles.@Nullable Match profile) {

  /** How the form of a log is known. */
  public enum How {
    /** The investigators said so of this file. */
    TOLD,
    /** A profile of the operation's own knows it by its lines. */
    PROFILE,
    /** By the look of its first lines. */
    PROPOSED
  }

  /** The fields as columns; a name that comes again has its number behind it. */
  public static List<String> columns(LogFormat format) {
    List<String> names = new ArrayList<>();
    for (String field : format.fields()) {
      String free = field;
      for (int again = 2; names.contains(free); again++) {
        free = field + "#" + again;
      }
      names.add(free);
    }
    return names;
  }

  /** Whose log it is, in the profile's words; empty without a profile. */
  String product() {
    if (profile == null) {
      return "";
    }
    String known = profile.profile().product();
    return known == null ? profile.profile().name() : known;
  }
}
