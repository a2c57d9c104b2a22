package dev.cordon.edge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.edge.Limits;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final Buckets buckets = new Buckets(new Limits.Rate(3, 2), clock::get);

  @Test
  void asker_hasABurst_thenWaits_thenGetsItsRate() {
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isEqualTo(1);
    assertThat(buckets.take("b")).isZero();
    clock.addAndGet(500_000_000);
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isEqualTo(1);
    clock.addAndGet(3_600_000_000_000L);
    assertThat(buckets.take("a") + buckets.take("a") + buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isEqualTo(1);
  }

  @Test
  void memory_isBoundedWithAMillionAskers() {
    for (int asker = 0; asker < 1_000_000; asker++) {
      buckets.take(asker);
    }
    assertThat(buckets.askers()).isEqualTo(Buckets.MOST);
  }

  @Test
  void ipv6_isCountedByItsNetwork() {
    assertThat(RemoteAddress.key("2001:db8:0:1::1"))
        .isEqualTo(RemoteAddress.key("2001:db8:0:1:ffff::2"));
    assertThat(RemoteAddress.key("2001:db8:0:1::1"))
        .isNotEqualTo(RemoteAddress.key("2001:db8:0:2::1"));
    assertThat(RemoteAddress.key("192.0.2.1")).isNotEqualTo(RemoteAddress.key("192.0.2.2"));
    assertThat(RemoteAddress.key("nonsense")).isEqualTo("unknown");
  }
}
