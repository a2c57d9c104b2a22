package dev.cordon.formats.profiles;

import dev.cordon.formats.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  private final List<Profile> own;
  private final List<Profile> profiles;

  private Profiles(List<Profile> own, List<Profile> profiles) {
    this.own = List.copyOf(own);
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
    return new Profiles(List.of(), profiles);
  }

  /** These profiles and no others. */
  public static Profiles of(Collection<Profile> profiles) {
    return new Profiles(List.of(), List.copyOf(profiles));
  }

  /** These and the given ones; where both know a table, the given ones are taken. */
  public Profiles with(Collection<Profile> given) {
    List<Profile> others = new ArrayList<>(own);
    others.addAll(profiles);
    return new Profiles(List.copyOf(given), others);
  }

  /** All of them, those that win first. */
  public List<Profile> all() {
    List<Profile> all = new ArrayList<>(own);
    all.addAll(profiles);
    return List.copyOf(all);
  }

  /** The logs with a format of their own, in the order of {@link #all}. */
  public List<Match> logs() {
    List<Match> logs = new ArrayList<>();
    for (Profile profile : all()) {
      profile.tables().stream()
          .filter(table -> "log".equals(table.form()) && table.format() != null)
          .forEach(table -> logs.add(new Match(profile, table)));
    }
    return List.copyOf(logs);
  }

  /** The tables of these profiles that the given table would be taken in place of. */
  public List<Match> shadowedBy(TableProfile table) {
    List<Match> shadowed = new ArrayList<>();
    for (Profile profile : all()) {
      for (TableProfile other : profile.tables()) {
        boolean alike =
            Objects.equals(other.form(), table.form())
                && Objects.equals(other.list(), table.list());
        if (alike && hasAll(table, normalised(columnsOf(other)))) {
          shadowed.add(new Match(profile, other));
        }
      }
    }
    return List.copyOf(shadowed);
  }

  private static List<String> columnsOf(TableProfile table) {
    List<String> columns = new ArrayList<>();
    for (String wanted : table.recognise()) {
      String first = wanted.split("\\|")[0];
      columns.addAll(table.columns().getOrDefault(first, List.of(first)));
    }
    return columns;
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
    Match best = best(own, form, list, present);
    return Optional.ofNullable(best == null ? best(profiles, form, list, present) : best);
  }

  private static @Nullable Match best(
      List<Profile> among, String form, @Nullable String list, Map<String, String> present) {
    Match best = null;
    for (Profile profile : among) {
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
    return best;
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
