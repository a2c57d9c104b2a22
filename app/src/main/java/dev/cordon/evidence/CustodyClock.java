package dev.cordon.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The clock acts are recorded by, to the microsecond as the database keeps it. */
@Component
class CustodyClock {

  private volatile InstantSource source = Clock.systemUTC();

  Instant now() {
    return source.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Runs from another source of time; for tests of clocks that go wrong. */
  void runFrom(InstantSource other) {
    this.source = other;
  }
}
