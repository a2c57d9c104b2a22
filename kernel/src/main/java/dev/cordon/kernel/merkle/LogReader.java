package dev.cordon.kernel.merkle;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads proofs out of a log's files; trusts the files as far as the checkpoint's root confirms. */
public final class LogReader {

  private final LogFiles files;
  private final NoteKey key;

  /** Over the log in a directory whose checkpoints that key signs. */
  public LogReader(Path directory, NoteKey key) {
    this.files = new LogFiles(directory);
    this.key = key;
  }

  /**
   * That a leaf has its place under a checkpoint.
   *
   * @param checkpoint the last one
   * @param place of the leaf, from 0
   * @param leaf its hash
   * @param proof the hashes that lead from the leaf to the root
   */
  public record Inclusion(Checkpoint checkpoint, long place, Hash leaf, List<Hash> proof) {}

  /**
   * The proof for the leaf at a place, checked against the root of the last checkpoint; empty while
   * no checkpoint covers that place.
   *
   * @throws ProofException when the files do not lead to the root
   */
  public Optional<Inclusion> inclusion(long place, byte[] entry) {
    Optional<Checkpoint> last =
        files.checkpoint().map(note -> OpenedCheckpoint.open(note, key).checkpoint());
    return last.filter(checkpoint -> place >= 0 && place < checkpoint.size())
        .map(checkpoint -> {
          Hash leaf = Hash.ofLeaf(entry);
          List<Hash> proof =
              Proofs.inclusion(
                  place,
                  checkpoint.size(),
                  (level, index) -> node(level, index, checkpoint.size()));
          Proofs.verifyInclusion(place, checkpoint.size(), leaf, proof, checkpoint.root());
          return new Inclusion(checkpoint, place, leaf, proof);
        });
  }

  /** The last checkpoint as signed, if there is one the key signed. */
  public Optional<String> lastNote() {
    Optional<String> note = files.checkpoint();
    note.ifPresent(signed -> OpenedCheckpoint.open(signed, key));
    return note;
  }

  /**
   * The proof that the tree of the old size is the beginning of that of a checkpoint of this log.
   *
   * @throws ProofException when there is none, because the old size is larger, or a tile is missing
   */
  public List<Hash> consistency(long oldSize, Checkpoint checkpoint) {
    return oldSize == 0
        ? List.of()
        : Proofs.consistency(
            oldSize, checkpoint.size(), (level, index) -> node(level, index, checkpoint.size()));
  }

  /**
   * The entries of a bundle, as far as a tree of that size holds them; those of the places {@code
   * bundle * 256} on.
   */
  public List<byte[]> entries(long bundle, long size) {
    return files.entries(bundle, (int) Math.min(Tiles.WIDTH, size - bundle * Tiles.WIDTH));
  }

  private Hash node(int level, long index, long size) {
    int tileLevel = level / Tiles.HEIGHT;
    int within = level % Tiles.HEIGHT;
    long first = index << within;
    long tile = first / Tiles.WIDTH;
    long held = size >>> tileLevel * Tiles.HEIGHT;
    int width = (int) Math.min(Tiles.WIDTH, held - tile * Tiles.WIDTH);
    int offset = (int) (first % Tiles.WIDTH);
    return join(files.tile(tileLevel, tile, width).subList(offset, offset + (1 << within)));
  }

  private static Hash join(List<Hash> hashes) {
    if (hashes.size() == 1) {
      return hashes.getFirst();
    }
    int half = hashes.size() / 2;
    return Hash.ofChildren(
        join(hashes.subList(0, half)), join(hashes.subList(half, hashes.size())));
  }
}
