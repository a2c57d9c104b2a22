package dev.cordon.exercise.files;

import dev.cordon.exercise.Progress;
import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Orders;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes what is true: which account belongs to which person, and who these persons are. Only
 * comparisons read it.
 */
public final class TruthFiles {
  /** System of an order without an account. */
  public static final String GUEST = "shop-guest";

  private final World world;
  private final Cast cast;
  private final short[] guestOrders;
  private final short[] paidOrders;

  private TruthFiles(World world) {
    this.world = world;
    this.cast = world.cast();
    guestOrders = new short[cast.size()];
    paidOrders = new short[cast.size()];
    for (int index = 0; index < world.orders().size(); index++) {
      int person = world.orders().person(index);
      guestOrders[person] += world.orders().owner(index) < 0 ? (short) 1 : 0;
      paidOrders[person] += world.orders().paid(index) ? (short) 1 : 0;
    }
  }

  /** Writes accounts, persons and the pairs that are hard or must not be joined. */
  public static void write(World world, Path folder, Progress progress) {
    TruthFiles truth = new TruthFiles(world);
    truth.accounts(folder);
    truth.persons(folder);
    long pairs = TrapPairs.write(world, folder);
    progress.finished("truth", world.cast().size() + pairs);
  }

  static String personId(int person) {
    return String.format(Locale.ROOT, "P%07d", person + 1);
  }

  private void accounts(Path folder) {
    try (TextFile out = new TextFile(folder.resolve("truth-accounts.csv"))) {
      out.text("system,account,person_id\n");
      for (Platform platform : Platform.values()) {
        Accounts accounts = world.accounts(platform);
        for (int index = 0; index < accounts.size(); index++) {
          out.text(
              platform.system()
                  + ','
                  + accounts.id(index)
                  + ','
                  + personId(accounts.person(index))
                  + '\n');
        }
      }
      for (int index = 0; index < world.orders().size(); index++) {
        if (world.orders().owner(index) < 0) {
          out.text(
              GUEST + ',' + Orders.id(index) + ',' + personId(world.orders().person(index)) + '\n');
        }
      }
    }
  }

  private void persons(Path folder) {
    try (TextFile out = new TextFile(folder.resolve("truth-persons.csv"))) {
      out.text(
          "person_id,true_country,is_buyer,is_key_suspect,kind,first_name,last_name,native_name,birth_year,"
              + "shop_accounts,forum_accounts,guest_orders,paid_orders,flags,country_determinable,country_evidence\n");
      for (int person = 0; person < cast.size(); person++) {
        out.text(row(person)).text("\n");
      }
    }
  }

  private String row(int number) {
    Person person = world.persons().person(number);
    List<String> evidence = evidence(number);
    return String.join(
        ",",
        personId(number),
        person.country().code(),
        cast.has(number, Trait.BUYER) ? "1" : "0",
        staff(number) ? "1" : "0",
        kind(number),
        csv(person.given()),
        csv(person.family()),
        csv(person.nativeGiven().isEmpty() ? "" : person.nativeName()),
        Integer.toString(person.birthYear()),
        Integer.toString(cast.shopAccounts(number)),
        Integer.toString(cast.forumAccounts(number)),
        Short.toString(guestOrders[number]),
        Short.toString(paidOrders[number]),
        String.join(";", flags(number)),
        evidence.isEmpty() ? "0" : "1",
        String.join(" ", evidence));
  }

  private boolean staff(int person) {
    return cast.has(person, Trait.OPERATOR) || cast.has(person, Trait.MODERATOR);
  }

  private String kind(int person) {
    if (cast.has(person, Trait.OPERATOR)) {
      return "operator";
    }
    if (cast.has(person, Trait.MODERATOR)) {
      return "moderator";
    }
    if (cast.has(person, Trait.NO_USER)) {
      return "not-a-user";
    }
    return cast.has(person, Trait.BUYER)
        ? "buyer"
        : cast.has(person, Trait.SPAM) ? "spam" : "member";
  }

  private List<String> flags(int person) {
    List<String> flags = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      boolean plain = trait == Trait.BUYER || trait == Trait.OPERATOR || trait == Trait.MODERATOR;
      if (!plain && cast.has(person, trait)) {
        flags.add(trait.name().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return flags;
  }

  /**
   * What in the files shows the person's country: home lines or mobile exits, and the address on a
   * bill.
   */
  private List<String> evidence(int person) {
    List<String> evidence = new ArrayList<>();
    if (cast.accounts(person) > 0 && !cast.has(person, Trait.HIDDEN_ONLY)) {
      evidence.add("line");
    }
    boolean ordered = world.orders().firstOf(person) >= 0;
    if (ordered && !cast.has(person, Trait.NO_BILLING) && !cast.has(person, Trait.STOLEN_CARD)) {
      evidence.add("billing");
    }
    return evidence;
  }

  static String csv(String value) {
    return value.contains(",") || value.contains("\"")
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }
}
