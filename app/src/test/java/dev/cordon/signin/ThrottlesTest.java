package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.signin.Throttles.Attempt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottlesTest {

  private final MovingClock clock = new MovingClock();
  private final Throttles throttles = new Throttles(clock);

  private static Attempt at(String name, String address) {
    return new Attempt(name, address, Optional.empty());
  }

  @Test
  void attackerOnOneName_getsFewTriesInAnHour() {
    int made = 0;
    for (int second = 0; second < 3600; second++) {
      if (throttles.take(at("owner", "192.0.2.1")).isEmpty()) {
        made++;
      }
      clock.move(Duration.ofSeconds(1));
    }

    assertThat(made).isBetween(5, 20);
  }

  @Test
  void attackerOnManyNames_getsFewTriesInAnHour() {
    int made = 0;
    for (int second = 0; second < 3600; second++) {
      for (int parallel = 0; parallel < 3; parallel++) {
        if (throttles.take(at("name" + second + "-" + parallel, "192.0.2.1")).isEmpty()) {
          made++;
        }
      }
      clock.move(Duration.ofSeconds(1));
    }

    assertThat(made).isBetween(30, 50);
  }

  @Test
  void tenThousandTriesElsewhere_doNotKeepTheOwnerOut() {
    IntStream.range(0, 10_000)
        .forEach(i -> throttles.take(at("owner", "198.51." + i / 250 + "." + i % 250)));

    assertThat(throttles.take(at("owner", "192.0.2.1"))).isEmpty();
  }

  @Test
  void tenThousandTriesAtTheSameAddress_doNotKeepTheOwnersOwnBrowserOut() {
    IntStream.range(0, 10_000).forEach(i -> throttles.take(at("owner", "192.0.2.1")));

    assertThat(throttles.take(at("owner", "192.0.2.1"))).isPresent();
    assertThat(throttles.take(new Attempt("owner", "192.0.2.1", Optional.of("own browser"))))
        .isEmpty();
  }

  @Test
  void stolenBrowserCookie_getsFewTriesToo() {
    int made = 0;
    for (int second = 0; second < 3600; second++) {
      if (throttles.take(new Attempt("owner", "192.0.2.1", Optional.of("stolen"))).isEmpty()) {
        made++;
      }
      clock.move(Duration.ofSeconds(1));
    }

    assertThat(made).isBetween(10, 25);
  }

  @Test
  void aMillionNames_takeBoundedMemory() {
    for (int i = 0; i < 1_000_000; i++) {
      throttles.take(
          at(
              "name" + i,
              "2001:db8:"
                  + Integer.toHexString(i >> 12)
                  + ":"
                  + Integer.toHexString(i & 0xfff)
                  + "::1"));
    }

    assertThat(throttles.sizes()).allMatch(size -> size <= 50_000);
  }

  @Test
  void rightTry_forgivesTheOnesBefore() {
    Attempt attempt = at("owner", "192.0.2.1");
    IntStream.range(0, 4).forEach(i -> throttles.take(attempt));
    throttles.right(attempt);

    IntStream.range(0, 4).forEach(i -> assertThat(throttles.take(attempt)).isEmpty());
  }

  @Test
  void rightTryOfOneName_doesNotForgiveTheOthersAtTheAddress() {
    IntStream.range(0, 40)
        .forEach(i -> {
          throttles.take(at("name" + i, "192.0.2.1"));
          if (throttles.take(at("own", "192.0.2.1")).isEmpty()) {
            throttles.right(at("own", "192.0.2.1"));
          }
        });

    assertThat(throttles.take(at("fresh", "192.0.2.1"))).isPresent();
  }

  @Test
  void triesAtOnce_countAsMany() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        threads.submit(() -> {
          start.await();
          if (throttles.take(at("owner", "192.0.2.1")).isEmpty()) {
            made.incrementAndGet();
          }
          return null;
        });
      }
      start.countDown();
    }

    assertThat(made).hasValueBetween(5, 6);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "::ffff:192.0.2.1, 192.0.2.1, true",
    "fe80::1%eth0, fe80::2, true"
  })
  void network_ofAnAddress(String one, String other, boolean same) {
    assertThat(Throttles.network(one).equals(Throttles.network(other))).isEqualTo(same);
  }

  @Test
  void keptPrefix_doesNotNameTheHost() {
    assertThat(Throttles.kept("192.0.2.77")).isEqualTo("192.0.2.0/24");
    assertThat(Throttles.kept("2001:db8:1:2:3:4:5:6")).startsWith("2001:db8:1:0:0:0:0:0/48");
  }
}
