package dev.cordon.resolution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the last run put a subject's accounts. The subject itself keeps those it was confirmed
 * with.
 *
 * @param proposal the proposal with most of them
 * @param joined accounts there that the subject does not stand on, at most a hundred
 * @param parted accounts of the subject that are elsewhere now, at most a hundred
 * @param contradictions pairs of the subject's accounts a person judged not the same
 * @param shared another subject whose accounts are in the same proposal, if one is
 */
public record SubjectPlace(
    Proposal proposal,
    List<String> joined,
    List<String> parted,
    List<String> contradictions,
    @Nullable String shared) {

  /** Copies the lists. */
  public SubjectPlace {
    joined = List.copyOf(joined);
    parted = List.copyOf(parted);
    contradictions = List.copyOf(contradictions);
  }

  /** Whether nothing differs. */
  public boolean same() {
    return joined.isEmpty() && parted.isEmpty() && contradictions.isEmpty() && shared == null;
  }
}
