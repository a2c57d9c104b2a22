package dev.cordon.formats.profiles;

import dev.cordon.formats.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The known profiles. Which one a table belongs to is told by its columns. */
public final class Profiles {

  private static final List<String> SHIPPED =
      List.of(
          "phpbb-3.3",
          "wordpress",
          "woocommerce",
          "woocommerce-posts",
          "wordfence",
          "card-processor",
          "crypto-invoices",
          "mail-provider",
          "reference",
          "mybb-1.8",
          "vbulletin-5",
          "xenforo-2",
          "ipb-4",
          "opencart",
          "payment-exports",
          "bank-statement",
          "generic-returns");

  private final List<Profile> profiles;

  private Profiles(List<Profile> profiles) {
    this.profiles = List.copyOf(profiles);
  }

  /** A table's profile and the product's name. */
  public record Match(Profile profile, TableProfile table) {}

  /** The profiles Cordon ships. */
  public static Profiles shipped() {
    List<Profile> profiles = new ArrayList<>();
    for (String name : SHIPPED) {
      try (InputStream file = Profiles.class.getResourceAsStream(name + ".yaml")) {
        if (file == null) {
          throw new FormatException("the profile " + name + ".yaml is missing");
        }
        profiles.add(read(name + ".yaml", file));
      } catch (IOException failure) {
        throw new FormatException("the profile " + name + ".yaml cannot be read", failure);
      }
    }
    return new Profiles(profiles);
  }

  /** These profiles and no others. */
  public static Profiles of(Collection<Profile> profiles) {
    return new Profiles(List.copyOf(profiles));
  }

  /** All of them, in their order. */
  public List<Profile> all() {
    return profiles;
  }

  /** Reads a profile file; an unknown word in it is an error. */
  public static Profile read(String name, InputStream yaml) {
    return ProfileFile.read(name, yaml);
  }

  /** The profile of a table with these columns; of several the one that names most of them. */
  public Optional<Match> find(String form, Collection<String> columns) {
    return find(form, null, columns);
  }

  /** The profile of a JSON list with this path and these fields. */
  public Optional<Match> findList(String list, Collection<String> fields) {
    return find("json", list, fields);
  }

  private Optional<Match> find(String form, @Nullable String list, Collection<String> columns) {
    Map<String, String> present = normalised(columns);
    Match best = null;
    for (Profile profile : profiles) {
      for (TableProfile table : profile.tables()) {
        boolean fits =
            form.equals(table.form())
                && (list == null || list.equals(table.list()))
                && hasAll(table, present);
        if (fits && (best == null || table.recognise().size() > best.table().recognise().size())) {
          best = new Match(profile, table);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean hasAll(TableProfile table, Map<String, String> present) {
    for (String wanted : table.recognise()) {
      boolean any = false;
      for (String alternative : wanted.split("\\|")) {
        any |= actual(table, alternative, present) != null;
      }
      if (!any) {
        return false;
      }
    }
    return !table.recognise().isEmpty();
  }

  /** The columns of this table under our names, where the profile has its own names for them. */
  public static Map<String, String> names(TableProfile table, Collection<String> columns) {
    Map<String, String> present = normalised(columns);
    Map<String, String> names = new TreeMap<>();
    for (String own : table.columns().keySet()) {
      String actual = actual(table, own, present);
      if (actual != null) {
        names.put(own, actual);
      }
    }
    return names;
  }

  private static @Nullable String actual(
      TableProfile table, String own, Map<String, String> present) {
    List<String> alternatives = table.columns().get(own);
    if (alternatives == null) {
      return present.get(normalised(own));
    }
    for (String alternative : alternatives) {
      String found = present.get(normalised(alternative));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Map<String, String> normalised(Collection<String> columns) {
    Map<String, String> present = new TreeMap<>();
    for (String column : columns) {
      present.putIfAbsent(normalised(column), column);
    }
    return present;
  }

  /** Letter case and every sign but letters and digits play no part. */
  private static String normalised(String column) {
    StringBuilder name = new StringBuilder();
    for (int index = 0; index < column.length(); index++) {
      char letter = column.charAt(index);
      if (Character.isLetterOrDigit(letter) || letter == '.') {
        name.append(letter);
      }
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
