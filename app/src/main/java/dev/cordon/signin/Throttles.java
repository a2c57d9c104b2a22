package dev.cordon.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows guessing without locking anyone out.
 *
 * <p>Counts by address and by name at an address, never by name alone: who tries a name from
 * elsewhere does not keep its owner out. A browser the member signed in with before counts by
 * itself, so that its owner gets through while others at the same address guess. Passkeys are not
 * slowed. One name at one address gets at most 20 tries in an hour, one address 50; an IPv6 address
 * counts by its /64.
 */
@Component
class Throttles {

  private static final int MOST_KEYS = 50_000;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int FREE_PER_NAME = 5;
  private static final int FREE_PER_DEVICE = 10;
  private static final int FREE_PER_ADDRESS = 30;

  private final Throttle byAddress;
  private final Throttle byName;
  private final Throttle byDevice;

  Throttles(InstantSource clock) {
    byAddress = new Throttle(MOST_KEYS, FREE_PER_ADDRESS, LONGEST, clock);
    byName = new Throttle(MOST_KEYS, FREE_PER_NAME, LONGEST, clock);
    byDevice = new Throttle(MOST_KEYS, FREE_PER_DEVICE, LONGEST, clock);
  }

  /**
   * One try, as it is counted.
   *
   * @param name what is tried: a sign-in name, or a member's code
   * @param address where from
   * @param device the known browser it comes from, if any
   */
  record Attempt(String name, String address, Optional<String> device) {

    String pair() {
      return Digests.hex(Digests.sha256(name + " " + network(address)));
    }
  }

  /** Counts the try, or says how long to wait; a try made to wait is not made and not counted. */
  synchronized Optional<Duration> take(Attempt attempt) {
    if (attempt.device().isPresent()) {
      String device = attempt.device().get();
      Optional<Duration> wait = byDevice.waiting(device);
      if (wait.isEmpty()) {
        byDevice.count(device);
      }
      return wait;
    }
    String network = network(attempt.address());
    Optional<Duration> wait = byAddress.waiting(network).or(() -> byName.waiting(attempt.pair()));
    if (wait.isEmpty()) {
      byAddress.count(network);
      byName.count(attempt.pair());
    }
    return wait;
  }

  /** The try was right. */
  synchronized void right(Attempt attempt) {
    if (attempt.device().isPresent()) {
      byDevice.forget(attempt.device().get());
      return;
    }
    byAddress.takeBack(network(attempt.address()));
    byName.forget(attempt.pair());
  }

  List<Integer> sizes() {
    return List.of(byAddress.size(), byName.size(), byDevice.size());
  }

  /** What counts as one place: an IPv4 address, or the /64 of an IPv6 address. */
  static String network(String address) {
    return prefix(address, 4, 8);
  }

  /** What may be kept for the record: 24 bits of an IPv4 address, 48 of an IPv6 address. */
  static String kept(String address) {
    return prefix(address, 3, 6);
  }

  private static String prefix(String address, int bytesOfFour, int bytesOfSix) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address.replaceAll("%.*", ""));
      byte[] bytes = parsed.getAddress();
      int kept = parsed instanceof Inet6Address ? bytesOfSix : bytesOfFour;
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8;
    } catch (IllegalArgumentException | java.net.UnknownHostException unreadable) {
      return "unreadable";
    }
  }
}
