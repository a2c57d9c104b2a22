package dev.cordon.kernel.merkle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which logs are believed, and how many of which witnesses must have cosigned (C2SP tlog-policy).
 * Immutable.
 *
 * @param logs their keys; one that signed suffices
 * @param witnesses their keys
 * @param quorum what must have cosigned
 * @param addresses where those of them are reached for which the policy says so
 */
public record LogPolicy(
    List<NoteKey> logs, List<NoteKey> witnesses, Quorum quorum, Map<NoteKey, String> addresses) {

  /** Copies the lists; no key stands twice. */
  public LogPolicy {
    logs = List.copyOf(logs);
    witnesses = List.copyOf(witnesses);
    addresses = Map.copyOf(addresses);
    requireApart(logs);
    requireApart(witnesses);
  }

  /** What must have cosigned. */
  public sealed interface Quorum {

    /** Nothing. */
    record None() implements Quorum {}

    /** One witness. */
    record One(NoteKey witness) implements Quorum {}

    /** So many of these. */
    record Group(int threshold, List<Quorum> members) implements Quorum {

      /** Copies the members. */
      public Group {
        members = List.copyOf(members);
        if (threshold < 1 || threshold > members.size()) {
          throw new ProofException(
              Check.FORM,
              "a group of " + members.size() + " can not ask for " + threshold + " of them");
        }
      }
    }
  }

  /** That a log with one of these keys is believed without a witness. */
  public static LogPolicy trusting(NoteKey... logs) {
    return new LogPolicy(
        Arrays.stream(logs).distinct().toList(), List.of(), new Quorum.None(), Map.of());
  }

  /** Read from a policy file. */
  public static LogPolicy parse(String text) {
    return new LogPolicyReader().read(text);
  }

  /**
   * Opens a checkpoint.
   *
   * @throws ProofException naming the check that failed; {@link Check#QUORUM} when too few
   *     witnesses cosigned
   */
  public OpenedCheckpoint open(String note) {
    OpenedCheckpoint opened =
        OpenedCheckpoint.open(
            note, Stream.concat(logs.stream(), witnesses.stream()).toArray(NoteKey[]::new));
    requireQuorum(opened);
    return opened;
  }

  /** Like {@link #open}, without asking for witnesses; those that cosigned are still checked. */
  OpenedCheckpoint openUnwitnessed(String note) {
    return OpenedCheckpoint.open(
        note, Stream.concat(logs.stream(), witnesses.stream()).toArray(NoteKey[]::new));
  }

  /** Whether enough of the witnesses cosigned. */
  boolean isReached(OpenedCheckpoint opened) {
    return reached(quorum, witnesses(opened));
  }

  private void requireQuorum(OpenedCheckpoint opened) {
    if (!isReached(opened)) {
      throw new ProofException(
          Check.QUORUM,
          "too few of the witnesses the policy asks for cosigned: "
              + witnesses(opened).stream().map(NoteKey::name).sorted().toList());
    }
  }

  private static Set<NoteKey> witnesses(OpenedCheckpoint opened) {
    return opened.cosignatures().stream().map(Cosignature::witness).collect(Collectors.toSet());
  }

  private static boolean reached(Quorum quorum, Set<NoteKey> cosigned) {
    return switch (quorum) {
      case Quorum.None ignored -> true;
      case Quorum.One one -> cosigned.contains(one.witness());
      case Quorum.Group group ->
          group.members().stream().filter(member -> reached(member, cosigned)).count()
              >= group.threshold();
    };
  }

  private static void requireApart(List<NoteKey> keys) {
    for (int first = 0; first < keys.size(); first++) {
      NoteKey key = Objects.requireNonNull(keys.get(first));
      if (keys.subList(first + 1, keys.size()).stream().anyMatch(key::sharesKeyWith)) {
        throw new ProofException(Check.FORM, "the key of " + key.name() + " stands twice");
      }
    }
  }
}
