package dev.cordon.linkage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invents households and what is recorded of their members. Relatives share family name, address,
 * line and often a first letter; some sons are named like their fathers, some are twins. These are
 * the people a linker joins wrongly. Nothing here was used to choose a model.
 *
 * <p>Records of one person have typing errors, missing values, days and months exchanged, earlier
 * addresses and other telephone numbers. Names are made of syllables and are as unequally common as
 * real ones.
 */
public final class People {

  private static final String[] SYLLABLES = {
    "ka", "lo", "mi", "re", "na", "tor", "ves", "jan", "el", "da", "ström", "ić", "ova", "ber",
    "gu", "sé", "ne", "pet", "ri", "zo", "ła", "fin", "mar", "ün", "sch", "hol", "wy", "ce"
  };
  private static final int GIVEN_NAMES = 400;
  private static final int FAMILY_NAMES = 4000;
  private static final int TOWNS = 150;

  private final Random random;
  private final List<String> given;
  private final List<String> family;
  private final List<String> towns;
  private final List<String> lines = new ArrayList<>();
  private int persons;

  private People(long seed) {
    this.random = new Random(seed);
    this.given = names(GIVEN_NAMES, 2);
    this.family = names(FAMILY_NAMES, 3);
    this.towns = names(TOWNS, 3);
  }

  /** Writes about so many records as a CSV whose column {@code entity} says who is who. */
  public static void write(Path file, long seed, int records) throws IOException {
    People people = new People(seed);
    while (people.lines.size() < records) {
      people.household();
    }
    List<String> shuffled = new ArrayList<>(people.lines);
    java.util.Collections.shuffle(shuffled, people.random);
    StringBuilder text =
        new StringBuilder("id,entity,first_name,surname,dob,city,postcode,street,");
    text.append("house_number,phone,email\n");
    for (int row = 0; row < shuffled.size(); row++) {
      text.append('r').append(row).append(',').append(shuffled.get(row)).append('\n');
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Arguments: the file, the seed, the number of records. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
  }

  private record Home(String town, String postcode, String street, String number, String phone) {}

  private record Person(String given, String family, LocalDate born, Home home, String mail) {}

  private void household() {
    Home home = home();
    String name = family.get(common(FAMILY_NAMES));
    LocalDate parents = LocalDate.of(1950 + random.nextInt(35), 1, 1).plusDays(random.nextInt(365));
    Person father = person(given.get(common(GIVEN_NAMES)), name, parents, home);
    recorded(father);
    int others = random.nextInt(5);
    Person earlier = father;
    for (int member = 0; member < others; member++) {
      boolean partner = member == 0;
      LocalDate born =
          partner
              ? parents.plusDays(random.nextInt(3000) - 1500L)
              : parents.plusDays(9000L + random.nextInt(5000));
      String first = given.get(common(GIVEN_NAMES));
      if (!partner && random.nextInt(12) == 0) {
        first = father.given();
      }
      if (member > 1 && random.nextInt(12) == 0) {
        born = earlier.born();
      }
      String own = random.nextInt(6) == 0 ? family.get(common(FAMILY_NAMES)) : name;
      earlier = person(first, own, born, random.nextInt(8) == 0 ? home() : home);
      recorded(earlier);
    }
  }

  private Person person(String first, String name, LocalDate born, Home home) {
    String mail =
        first.charAt(0)
            + "."
            + name
            + random.nextInt(10_000)
            + "@inbox"
            + random.nextInt(9)
            + ".example";
    return new Person(first, name, born, home, mail);
  }

  private Home home() {
    int town = common(TOWNS);
    String postcode = "" + (10_000 + town * 37 + random.nextInt(12));
    String street = towns.get(random.nextInt(TOWNS)) + (random.nextBoolean() ? "street" : " road");
    return new Home(towns.get(town), postcode, street, "" + (1 + random.nextInt(120)), phone());
  }

  private String phone() {
    return "0" + (100_000_000 + random.nextInt(900_000_000));
  }

  private void recorded(Person person) {
    int records = 1 + (random.nextInt(3) == 0 ? 0 : random.nextInt(4));
    for (int record = 0; record < records; record++) {
      Home home = record > 0 && random.nextInt(6) == 0 ? home() : person.home();
      String born = person.born().toString();
      if (random.nextInt(25) == 0 && person.born().getDayOfMonth() <= 12) {
        born = born.substring(0, 5) + born.substring(8) + born.substring(4, 7);
      }
      lines.add(
          persons
              + ","
              + String.join(
                  ",",
                  slip(person.given(), 20),
                  slip(person.family(), 20),
                  slip(born, 30),
                  slip(home.town(), 25),
                  slip(home.postcode(), 25),
                  slip(home.street(), 15),
                  slip(home.number(), 40),
                  random.nextInt(3) == 0 ? "" : random.nextInt(4) == 0 ? phone() : home.phone(),
                  random.nextInt(3) == 0 ? "" : slip(person.mail(), 30)));
    }
    persons++;
  }

  // One value in twelve is missing, one in so many has a typing error.
  private String slip(String text, int oneIn) {
    if (random.nextInt(12) == 0) {
      return "";
    }
    if (random.nextInt(oneIn) > 0 || text.length() < 3) {
      return text;
    }
    int place = 1 + random.nextInt(text.length() - 2);
    char letter = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, place) + text.substring(place + 1);
      case 1 -> text.substring(0, place) + letter + text.substring(place);
      default ->
          text.substring(0, place - 1)
              + text.charAt(place)
              + text.charAt(place - 1)
              + text.substring(place + 1);
    };
  }

  // Low numbers are common: the first of a thousand names is borne by one in seven.
  private int common(int size) {
    return (int) Math.min(size - 1, Math.exp(random.nextDouble() * Math.log(size + 1.0)) - 1);
  }

  private List<String> names(int count, int syllables) {
    List<String> names = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      StringBuilder name = new StringBuilder();
      for (int part = 0; part < syllables; part++) {
        name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      names.add(name.toString());
    }
    return names;
  }
}
