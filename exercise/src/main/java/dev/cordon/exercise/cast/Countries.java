package dev.cordon.exercise.cast;

import dev.cordon.exercise.ExerciseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The countries of the exercise, read from the resource folder {@code countries}. */
public final class Countries {
  private final List<Country> all;

  private Countries(List<Country> all) {
    this.all = List.copyOf(all);
  }

  /** Reads every country; a missing key names the file and the key. */
  public static Countries load() {
    List<Country> read = new ArrayList<>();
    for (String code : resource("countries/index.txt").lines().toList()) {
      read.add(country(read.size(), code, resource("countries/" + code + ".txt")));
    }
    return new Countries(read);
  }

  /** Text of a resource of this module. */
  public static String resource(String name) {
    try (InputStream in = Countries.class.getResourceAsStream("/dev/cordon/exercise/" + name)) {
      if (in == null) {
        throw new ExerciseException("the resource " + name + " is missing from the exercise jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Country country(int number, String code, String text) {
    Map<String, String> values = new HashMap<>();
    text.lines()
        .forEach(line -> {
          int cut = line.indexOf('=');
          values.put(line.substring(0, cut), line.substring(cut + 1));
        });
    return new Country(
        number,
        code,
        value(values, code, "name"),
        Integer.parseInt(value(values, code, "weight")),
        Integer.parseInt(value(values, code, "buyers")),
        value(values, code, "locale"),
        ZoneId.of(value(values, code, "zone")),
        value(values, code, "currency"),
        value(values, code, "calling"),
        value(values, code, "mail"),
        list(value(values, code, "given")),
        list(value(values, code, "family")),
        list(value(values, code, "streets")),
        list(value(values, code, "cities")),
        value(values, code, "address"));
  }

  private static String value(Map<String, String> values, String code, String key) {
    String value = values.get(key);
    if (value == null) {
      throw new ExerciseException("country " + code + " has no value for " + key);
    }
    return value;
  }

  private static List<String> list(String value) {
    return List.of(value.split("\\|"));
  }

  public List<Country> all() {
    return all;
  }

  public Country at(int number) {
    return all.get(number);
  }

  public Country byCode(String code) {
    return all.stream().filter(country -> country.code().equals(code)).findFirst().orElseThrow();
  }

  /** A country drawn by the share of visitors it sends. */
  public Country drawn(Dice dice) {
    int sum = all.stream().mapToInt(Country::weight).sum();
    int left = dice.below(sum);
    for (Country country : all) {
      left -= country.weight();
      if (left < 0) {
        return country;
      }
    }
    throw new ExerciseException("the weights of the countries do not add up");
  }
}
