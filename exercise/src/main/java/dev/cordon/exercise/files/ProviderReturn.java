package dev.cordon.exercise.files;

import dev.cordon.exercise.Progress;
import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Names;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Spelling;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.Tie;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes provider-return.json: what a mail provider answered about the mailboxes it was asked for.
 */
public final class ProviderReturn {
  private static final Set<String> PROVIDER =
      Set.of(Names.IGNORES_DOTS_AND_PLUS, Names.IGNORES_PLUS, "webpost.example");

  private final World world;
  private final Cast cast;
  private final TextFile out;
  private final Map<String, Long> counts = new TreeMap<>();
  private boolean first = true;

  private ProviderReturn(World world, TextFile out) {
    this.world = world;
    this.cast = world.cast();
    this.out = out;
  }

  /** Writes the return. */
  public static void write(World world, Path folder, Manifest manifest, Progress progress) {
    try (TextFile out = new TextFile(folder.resolve("provider-return.json"))) {
      ProviderReturn file = new ProviderReturn(world, out);
      file.all();
      out.close();
      manifest.file(out, file.counts);
      progress.finished(out.name(), file.counts.getOrDefault("accounts", 0L));
    }
  }

  /** Whether the provider was asked for a mailbox of a further account. */
  public static boolean asked(World world, Platform platform, int index) {
    Accounts accounts = world.accounts(platform);
    return accounts.tie(index) == Tie.RECOVERY && hosted(world.identities().email(platform, index))
        || world.buyer(accounts.person(index)) && hosted(world.identities().email(platform, index));
  }

  private static boolean hosted(String mailbox) {
    return PROVIDER.contains(mailbox.substring(mailbox.indexOf('@') + 1).toLowerCase(Locale.ROOT));
  }

  private void all() {
    out.text(
        "{\n \"provider\": \"Letterbox Services (fictitious)\",\n \"reference\": \"LS-2024-0417\",\n");
    out.text(
        " \"produced_at\": \"2024-12-09T10:00:00Z\",\n \"time_zone\": \"UTC\",\n \"accounts\": [");
    for (int person = 0; person < cast.size(); person++) {
      if (cast.accounts(person) > 0
          && hosted(world.identities().mainMailbox(person))
          && mainAsked(person)) {
        main(person);
      }
    }
    for (Platform platform : Platform.values()) {
      for (int index = 0; index < world.accounts(platform).size(); index++) {
        if (!world.accounts(platform).tie(index).mail() && asked(world, platform, index)) {
          further(platform, index);
        }
      }
    }
    for (int i = 1; i <= 9; i++) {
      entry("nobody" + i + '@' + Names.IGNORES_PLUS);
      out.text(",\n   \"status\": \"no records\"\n  }");
    }
    out.text("\n ]\n}\n");
  }

  private boolean mainAsked(int person) {
    Relation relation = cast.relation(person);
    boolean trap =
        relation == Relation.RECYCLED_MAILBOX
            || relation == Relation.RECOVERY_OTHER
            || isRecycledBy(person);
    double chance = world.buyer(person) ? 0.85 : 0.02;
    return trap || Dice.of(world.seed(), "asked", person).chance(chance);
  }

  private boolean isRecycledBy(int person) {
    return cast.has(person, dev.cordon.exercise.cast.Trait.MAILBOX_PASSED_ON);
  }

  private void entry(String mailbox) {
    out.text(first ? "\n  {\n" : ",\n  {\n").text("   \"account\": " + text(mailbox));
    first = false;
    counts.merge("accounts", 1L, Long::sum);
  }

  private void main(int person) {
    String recovery = "";
    int relative = cast.leader(person, Relation.RECOVERY_OTHER);
    if (relative >= 0) {
      recovery = world.identities().mainMailbox(relative);
    }
    boolean closed = isRecycledBy(person);
    entry(mailbox(world.identities().mainMailbox(person)));
    body(
        person, Tie.FIRST, 0, recovery, closed, cast.relation(person) == Relation.RECYCLED_MAILBOX);
  }

  private static String mailbox(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  private void further(Platform platform, int index) {
    Accounts accounts = world.accounts(platform);
    Tie tie = accounts.tie(index);
    entry(mailbox(world.identities().email(platform, index)));
    String recovery =
        tie == Tie.RECOVERY ? world.identities().mainMailbox(accounts.person(index)) : "";
    body(accounts.person(index), tie, accounts.ordinal(index), recovery, false, false);
  }

  private void body(
      int personNumber, Tie tie, int ordinal, String recovery, boolean closed, boolean later) {
    Dice dice = Dice.of(world.seed(), "provider", personNumber * 16L + ordinal);
    Person person = world.persons().person(personNumber);
    boolean named = tie.mail() || tie == Tie.RECOVERY;
    String name =
        named
            ? spelled(person, dice)
            : Spelling.plain(dice.pick(person.country().givenNames())).split("/")[0];
    String phone =
        dice.chance(0.3) && tie.sharesPhone()
            ? text(world.persons().phone(personNumber, 0))
            : "null";
    int change = (int) (Clock.SPAN * 0.55);
    out.text(",\n   \"status\": \"" + (closed ? "closed" : "active") + "\",\n   \"created_at\": ");
    out.text(text(Clock.iso(later ? change + 5_000_000 : -40_000_000L - dice.below(80_000_000))));
    out.text(",\n   \"closed_at\": " + (closed ? text(Clock.iso(change)) : "null"));
    out.text(",\n   \"subscriber\": {\n    \"name\": " + text(name) + ",\n    \"phone\": " + phone);
    out.text(
        ",\n    \"recovery_email\": " + (recovery.isEmpty() ? "null" : text(recovery)) + "\n   }");
    String device = world.devices().providerDevice(personNumber, tie.sharesLine() ? 0 : ordinal);
    out.text(",\n   \"devices\": [\n    {\n     \"device_id\": " + text(device) + "\n    }\n   ]");
    logins(
        personNumber,
        tie,
        dice,
        device,
        closed ? 0 : later ? change + 5_100_000 : 0,
        closed ? change : Clock.SPAN);
    out.text("\n  }");
  }

  private static String spelled(Person person, Dice dice) {
    return switch (dice.below(10)) {
      case 0 -> Spelling.plain(person.name());
      case 1 -> Spelling.longForm(person.name());
      case 2 -> person.family() + ", " + person.given();
      case 3 -> person.nativeName();
      default -> person.name();
    };
  }

  private void logins(int person, Tie tie, Dice dice, String device, int from, int to) {
    List<Integer> times = new ArrayList<>();
    for (int i = dice.between(2, 8); i > 0; i--) {
      times.add(from + (int) ((to - from) * dice.fraction()));
    }
    Collections.sort(times);
    out.text(",\n   \"logins\": [");
    for (int i = 0; i < times.size(); i++) {
      String ip =
          world
              .whereabouts()
              .address(person, tie, times.get(i), 12_000_000_000_000L + person * 64L + i);
      out.text(i == 0 ? "\n" : ",\n")
          .text("    {\n     \"time\": " + text(Clock.iso(times.get(i))));
      out.text(
          ",\n     \"ip\": " + text(ip) + ",\n     \"device_id\": " + text(device) + "\n    }");
      counts.merge("logins", 1L, Long::sum);
    }
    out.text("\n   ]");
  }

  static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
