package dev.cordon.law;

import dev.cordon.CordonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of jurisdictions strictly: {@code code,kind,parent,zones,name}, no quoting. What is
 * wrong is refused by file and line.
 */
final class JurisdictionReader {

  private static final String SHIPPED = "jurisdictions.csv";
  private static final String HEADER = "code,kind,parent,zones,name";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Map<String, Jurisdiction> byCode = new LinkedHashMap<>();
  private final Map<String, List<ZoneId>> zones = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private JurisdictionReader() {}

  static Jurisdictions shipped() {
    InputStream content = JurisdictionReader.class.getResourceAsStream(SHIPPED);
    if (content == null) {
      throw new CordonException("The list of jurisdictions is missing: " + SHIPPED);
    }
    return read(SHIPPED, content);
  }

  static Jurisdictions read(String file, InputStream content) {
    JurisdictionReader reader = new JurisdictionReader();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        reader.take(file, number, line);
      }
    } catch (IOException e) {
      throw new CordonException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (reader.byCode.isEmpty()) {
      throw new CordonException(file + " holds no jurisdiction.");
    }
    return new Jurisdictions(reader.byCode.values(), reader.zones);
  }

  private void take(String file, int number, String line) {
    try {
      if (number > 1) {
        add(line);
      } else if (!line.equals(HEADER)) {
        throw new IllegalArgumentException("the header must be '" + HEADER + "'");
      }
    } catch (IllegalArgumentException e) {
      throw new CordonException(file + ", line " + number + ": " + e.getMessage(), e);
    }
  }

  private void add(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException("five fields are expected, there are " + fields.length);
    }
    @Nullable String parent = fields[2].isEmpty() ? null : fields[2];
    Jurisdiction one = new Jurisdiction(fields[0], fields[4], kind(fields[1]), parent);
    if (!COUNTRIES.contains(one.country())) {
      throw new IllegalArgumentException(one.country() + " is not a country of ISO 3166-1");
    }
    if (parent != null && !byCode.containsKey(parent)) {
      throw new IllegalArgumentException(
          "parent " + parent + " does not stand before " + one.code());
    }
    if (byCode.putIfAbsent(one.code(), one) != null) {
      throw new IllegalArgumentException("code " + one.code() + " stands twice");
    }
    if (!names.add(one.name())) {
      throw new IllegalArgumentException("name '" + one.name() + "' stands twice");
    }
    zones.put(one.code(), zones(fields[3]));
  }

  private static Jurisdiction.Kind kind(String word) {
    return Arrays.stream(Jurisdiction.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("kind '" + word + "' is none of country, law, police"));
  }

  private static List<ZoneId> zones(String field) {
    List<ZoneId> zones = new ArrayList<>();
    for (String name : field.isEmpty() ? new String[0] : field.split(" ", -1)) {
      try {
        zones.add(ZoneId.of(name));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("'" + name + "' is not a time zone", e);
      }
    }
    return zones;
  }
}
