package dev.cordon.exercise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.exercise.Extent;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Names;
import dev.cordon.exercise.cast.Person;
import dev.cordon.exercise.cast.Relation;
import dev.cordon.exercise.cast.Trait;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final World WORLD = World.of(2, new Extent("S", 1, false));

  @Test
  void phones_cannotBeRungAndAreNotShared() {
    Set<String> seen = new HashSet<>();
    for (int person = 0; person < WORLD.cast().size(); person++) {
      String phone = WORLD.persons().phone(person, 0);
      String national = phone.substring(phone.indexOf(' ') + 1);
      assertThat(national.startsWith("00 ") || phone.startsWith("+44 ")).as(phone).isTrue();
      if (!national.startsWith("00 ")) {
        assertThat(national)
            .matches(
                "(7700 900|1632 960|1\\d[0-9] 496 0|20 7946 0|191 498 0|28 9649 6|29 2018 0)\\d{3}");
      }
      boolean passedOn = WORLD.cast().relation(person) == Relation.RECYCLED_PHONE;
      assertThat(passedOn || seen.add(phone)).as(phone).isTrue();
    }
  }

  @Test
  void handles_ofTheForumAreUnique() {
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < WORLD.forum().size(); index++) {
      assertThat(seen.add(WORLD.handle(Platform.FORUM, index).toLowerCase(Locale.ROOT))).isTrue();
    }
  }

  /** At size L somebody drew so small a number that every bound gave one in use, forever. */
  @Test
  void handle_isAnotherOneWithEveryAttempt() {
    Person person = WORLD.persons().person(0);
    for (long key = 0; key < 1000; key++) {
      Set<String> handles = new HashSet<>();
      for (int attempt = 7; attempt < 60; attempt++) {
        handles.add(Names.handle(Dice.of(5, "handle", key), person, attempt));
      }
      assertThat(handles).as("key " + key).hasSize(53);
    }
  }

  @Test
  void homeLine_liesInARangeOfThePersonsCountry() {
    for (int person = 0; person < 2000; person++) {
      String address = WORLD.whereabouts().homeLine(person, Clock.SPAN);
      if (address.indexOf(':') < 0) {
        Subnetwork range = rangeOf(address);
        assertThat(range.kind()).isEqualTo(Subnetwork.Kind.RESIDENTIAL);
        assertThat(range.country()).isEqualTo(WORLD.persons().country(person).code());
      }
    }
  }

  private static Subnetwork rangeOf(String dotted) {
    long value = 0;
    for (String part : dotted.split("\\.")) {
      value = value << 8 | Integer.parseInt(part);
    }
    long address = value;
    return WORLD.network().all().stream()
        .filter(each -> each.first() <= address && address <= each.last())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void subnetworks_doNotOverlap() {
    long last = -1;
    for (Subnetwork each : WORLD.network().all()) {
      assertThat(each.first()).isGreaterThan(last);
      last = each.last();
    }
    assertThat(last).isLessThanOrEqualTo(198L << 24 | 19L << 16 | 0xffff);
  }

  @Test
  void buyers_allPaidAtLeastOnce() {
    Set<Integer> paid = new HashSet<>();
    for (int order = 0; order < WORLD.orders().size(); order++) {
      if (WORLD.orders().paid(order)) {
        paid.add(WORLD.orders().person(order));
      }
    }
    assertThat(paid).hasSize(273).allMatch(person -> WORLD.cast().has(person, Trait.BUYER));
  }

  @Test
  void wallets_haveNoValidChecksum() {
    // A published test address of BIP 173 shows that the check itself works.
    assertThat(Devices.checksumHolds("w508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")).isTrue();
    for (int i = 0; i < 1000; i++) {
      assertThat(Devices.checksumHolds(Devices.unusable(Dice.of(1, "w", i)).substring(4)))
          .isFalse();
    }
  }
}
