package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.cast.Spelling;
import dev.cordon.exercise.platform.World;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reports of one country's agency, as its officers would write them. For one thread. */
final class ReportWriter {
  private static final LocalDate ACTION_DAY = LocalDate.of(2025, 2, 26);
  private static final List<String[]> ITEMS =
      List.of(
          new String[] {"phone", "mobile telephone, black, screen cracked"},
          new String[] {"phone", "mobile telephone, blue, with case"},
          new String[] {"laptop", "laptop, 15 inch, charger attached"},
          new String[] {"laptop", "laptop, silver, sticker on the lid"},
          new String[] {"storage", "external disk, 2 TB"},
          new String[] {"storage", "USB stick, red"},
          new String[] {"storage", "memory card, 64 GB"},
          new String[] {"storage", "desktop computer, tower"},
          new String[] {"paper", "notebook with handwritten notes"},
          new String[] {"account_data", "copy of a mailbox, by consent"});

  private final World world;
  private final Country country;
  private final Digests digests;
  private final List<String> officers;
  private int reportNumber;
  private int measureNumber;
  private int sealNumber;

  ReportWriter(World world, Country country, Digests digests) {
    this.world = world;
    this.country = country;
    this.digests = digests;
    this.officers = Agencies.officers(world, country);
  }

  /** All reports of the given visits, in order of writing. */
  List<Map<String, Object>> reports(List<Visits.Visit> visits) {
    List<Map<String, Object>> reports = new ArrayList<>();
    for (Visits.Visit visit : visits) {
      Dice dice = Dice.of(world.seed(), "visit", visit.person());
      ZonedDateTime at = time(visit, dice);
      String measure = String.format(Locale.ROOT, "M-%s-%04d", country.code(), ++measureNumber);
      if (visit.search()) {
        reports.add(report(visit, "search", at, measure, visit.items(), dice, note(visit)));
      }
      if (visit.arrest()) {
        reports.add(report(visit, "arrest", at.plusMinutes(25), measure, 0, dice, ""));
      }
      if (!visit.search() && !visit.arrest()) {
        boolean talk = dice.chance(0.7);
        String note = talk ? "interviewed at the station" : "examined; no further action for now";
        reports.add(report(visit, talk ? "interview" : "no_action", at, measure, 0, dice, note));
      }
    }
    return reports;
  }

  private ZonedDateTime time(Visits.Visit visit, Dice dice) {
    LocalTime morning = LocalTime.of(6, 0).plusMinutes(dice.below(40));
    if (!visit.later()) {
      return ZonedDateTime.of(ACTION_DAY, morning, country.zone());
    }
    LocalDate day = ACTION_DAY.plusDays(1L + dice.below(38));
    return ZonedDateTime.of(
        day,
        visit.search() ? morning : LocalTime.of(9 + dice.below(7), dice.below(60)),
        country.zone());
  }

  private static String note(Visits.Visit visit) {
    return switch (visit.mismatch()) {
      case NONE -> "";
      case MOVED_AWAY -> "the person looked for has moved; the present tenant was met";
      case OTHER_NAME -> "name as on the doorbell";
      case NEVER_SUSPECT -> "home of another inquiry, reported here by mistake";
    };
  }

  private Map<String, Object> report(
      Visits.Visit visit,
      String kind,
      ZonedDateTime at,
      String measure,
      int items,
      Dice dice,
      String note) {
    String number = String.format(Locale.ROOT, "FR-%s-%04d", country.code(), ++reportNumber);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("report", number);
    report.put("agency", country.code());
    report.put("officer", officers.get(visit.person() % officers.size()));
    report.put("kind", kind);
    report.put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
    Person person = met(visit);
    report.put("person", person(person, visit));
    report.put(
        "address",
        address(
            visit.mismatch() == Visits.Mismatch.NEVER_SUSPECT
                ? person
                : world.persons().person(visit.person())));
    report.put("measure", measure);
    report.put("items", items(number, items, dice));
    report.put("note", note);
    return report;
  }

  /** Who was met: the suspect, or somebody of another name. */
  private Person met(Visits.Visit visit) {
    if (visit.mismatch() == Visits.Mismatch.NONE) {
      return world.persons().person(visit.person());
    }
    Dice dice = Dice.of(world.seed(), "stranger", visit.person());
    Person suspect = world.persons().person(visit.person());
    String given = dice.pick(country.givenNames());
    String family = suspect.family();
    while (family.equals(suspect.family())) {
      family = dice.pick(country.familyNames());
    }
    String line = country.addressLine(dice.pick(country.streets()), 200 + dice.below(90));
    Person.Home home =
        visit.mismatch() == Visits.Mismatch.NEVER_SUSPECT
            ? new Person.Home(line, suspect.home().postcode(), suspect.home().city(), country)
            : suspect.home();
    return new Person(-1, country, given, family, "", "", 1950 + dice.below(50), home);
  }

  private Map<String, Object> person(Person person, Visits.Visit visit) {
    Dice dice = Dice.of(world.seed(), "officer-spelling", visit.person());
    int style = dice.below(10);
    String given = person.given();
    String family = person.family();
    if (style == 0) {
      given = Spelling.longForm(given);
      family = Spelling.longForm(family);
    } else if (style == 1) {
      given = Spelling.plain(given);
      family = Spelling.plain(family);
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("given", given);
    value.put("family", family);
    if (dice.chance(0.75)) {
      value.put("birth_year", person.birthYear());
    }
    return value;
  }

  private static Map<String, Object> address(Person person) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("line", person.home().line());
    value.put("postcode", person.home().postcode());
    value.put("city", person.home().city());
    value.put("country", person.home().country().code());
    return value;
  }

  private List<Map<String, Object>> items(String report, int count, Dice dice) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      String[] kind = ITEMS.get(number == 1 ? 2 + dice.below(2) : dice.below(ITEMS.size()));
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("number", number);
      item.put("kind", kind[0]);
      item.put("description", kind[1]);
      item.put(
          "seal", String.format(Locale.ROOT, "%s-%06d", country.code(), 104_200 + ++sealNumber));
      if (number == 1 && digests.wants(country)) {
        item.put("digests", digests.write(report + "-" + number));
      }
      items.add(item);
    }
    return items;
  }
}
