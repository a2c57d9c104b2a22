package dev.cordon.cli;

import dev.cordon.kernel.merkle.LogPolicy;
import dev.cordon.kernel.merkle.NoteKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Whom the one who verifies believes.
 *
 * @param keys given one by one
 * @param policy logs, witnesses and how many of them, where given
 * @param authorities certificates of time-stamp authorities
 */
record Trust(List<NoteKey> keys, Optional<LogPolicy> policy, List<X509Certificate> authorities) {

  Trust {
    keys = List.copyOf(keys);
    authorities = List.copyOf(authorities);
  }

  /** All keys that may sign for a log. */
  List<NoteKey> logs() {
    return policy.map(LogPolicy::logs).orElse(keys);
  }

  /** The policy, or that any of the keys suffices. */
  LogPolicy asPolicy() {
    return policy.orElseGet(() -> LogPolicy.trusting(keys.toArray(NoteKey[]::new)));
  }

  boolean isEmpty() {
    return keys.isEmpty() && policy.isEmpty();
  }

  /** The same, believing these keys where none were given. */
  Trust orKeys(List<NoteKey> found) {
    return isEmpty() ? new Trust(found, Optional.empty(), authorities) : this;
  }
}
