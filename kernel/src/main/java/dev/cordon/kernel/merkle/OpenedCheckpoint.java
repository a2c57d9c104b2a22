package dev.cordon.kernel.merkle;

import java.util.List;

/**
 * A checkpoint whose log's own key signed it, with the witnesses that cosigned it.
 *
 * <p>Promises: the log's key has the name of the checkpoint's origin, so a key trusted for one log
 * never vouches for another, and a witness's key never for a log.
 *
 * @param checkpoint what the log says of itself
 * @param cosignatures of trusted witnesses, each verified, in the order of the keys given
 */
public record OpenedCheckpoint(Checkpoint checkpoint, List<Cosignature> cosignatures) {

  /** Copies the list. */
  public OpenedCheckpoint {
    cosignatures = List.copyOf(cosignatures);
  }

  /**
   * Opens a note with keys of logs and of witnesses.
   *
   * @throws ProofException naming the check that failed
   */
  public static OpenedCheckpoint open(String note, NoteKey... trusted) {
    Note.Opened opened = new Note(note).opened(trusted);
    Checkpoint checkpoint = Checkpoint.parse(opened.text());
    boolean byItsLog =
        opened.signers().stream()
            .anyMatch(signer ->
                signer.key().name().equals(checkpoint.origin())
                    && signer.key().type() != SignatureType.COSIGNATURE);
    if (!byItsLog) {
      throw new ProofException(
          Check.KEY,
          "no trusted key of the name " + checkpoint.origin() + " signed it: not the log's own");
    }
    return new OpenedCheckpoint(
        checkpoint,
        opened.signers().stream()
            .filter(signer -> !signer.key().name().equals(checkpoint.origin()))
            .flatMap(signer -> signer.at().map(at -> new Cosignature(signer.key(), at)).stream())
            .toList());
  }

  /** The origin a note names, which nobody has vouched for: to look up whose keys to trust. */
  public static String claimedOrigin(String note) {
    return Checkpoint.parse(new Note(note).text()).origin();
  }
}
