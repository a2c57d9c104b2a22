package dev.cordon.evidence;

import dev.cordon.exchange.Receipt;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything there is about one exhibit, to be reported.
 *
 * @param proofs what proves an act, by its id; an act whose entry no checkpoint covers yet has none
 */
public record CustodyFile(
    Exhibit exhibit,
    List<CustodyAct> acts,
    List<HandOver> handOvers,
    List<ExhibitDigests.Digest> digests,
    List<WorkingCopy> copies,
    List<Exhibits.Refusal> refusals,
    List<Exhibit> parts,
    List<Exhibit> wholes,
    List<Gaps.Gap> gaps,
    Map<UUID, Receipt> proofs) {

  /** Copies the lists. */
  public CustodyFile {
    acts = List.copyOf(acts);
    handOvers = List.copyOf(handOvers);
    digests = List.copyOf(digests);
    copies = List.copyOf(copies);
    refusals = List.copyOf(refusals);
    parts = List.copyOf(parts);
    wholes = List.copyOf(wholes);
    gaps = List.copyOf(gaps);
    proofs = Map.copyOf(proofs);
  }
}
