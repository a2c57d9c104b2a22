package dev.cordon.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is missing or not in order in the custody of an exhibit, in plain words. Written rules over
 * the acts; no weight, no score.
 */
public final class Gaps {

  /** An act told later than this after it happened is named. */
  private static final Duration LATE = Duration.ofDays(7);

  private final Exhibit exhibit;
  private final List<CustodyAct> acts;
  private final List<Gap> gaps = new ArrayList<>();

  private Gaps(Exhibit exhibit, List<CustodyAct> acts) {
    this.exhibit = exhibit;
    this.acts = acts;
  }

  /**
   * One gap.
   *
   * @param name a short name, the same for the same kind of gap
   * @param words what exactly
   */
  public record Gap(String name, String words) {}

  /** The gaps of an exhibit, in the order of its custody. */
  public static List<Gap> of(
      Exhibit exhibit,
      List<CustodyAct> acts,
      List<HandOver> handOvers,
      List<ExhibitDigests.Digest> digests,
      List<WorkingCopy> copies) {
    Gaps gaps = new Gaps(exhibit, acts);
    gaps.beginning(digests);
    gaps.numbers();
    gaps.acts();
    handOvers.forEach(gaps::handOver);
    copies.forEach(gaps::copy);
    return List.copyOf(gaps.gaps);
  }

  private void say(String name, String words) {
    gaps.add(new Gap(name, words));
  }

  private void beginning(List<ExhibitDigests.Digest> digests) {
    boolean grounds = acts.stream().anyMatch(act -> act.kind() == ActKind.GROUNDS);
    if (exhibit.grounds() == null && !grounds) {
      say("no warrant named", "Neither a warrant nor other grounds of the seizure are named.");
    }
    if (exhibit.measure() == null) {
      say("no measure named", "It is not tied to a reported measure.");
    }
    if (exhibit.seal() == null) {
      say(
          "not sealed at the start",
          "It came into the register without a seal, on " + exhibit.seizedAt() + ".");
    }
    boolean hashed =
        digests.stream()
            .anyMatch(one ->
                one.thing() == NewDigest.Thing.MEDIUM
                    || one.thing() == NewDigest.Thing.ACCOUNT_DATA);
    boolean hashable =
        exhibit.itemClass() == ItemClass.STORAGE || exhibit.itemClass() == ItemClass.ACCOUNT_DATA;
    if (hashable && !hashed) {
      say("no hash at intake", "No hash of the " + exhibit.itemClass().label() + " was recorded.");
    }
  }

  private void numbers() {
    for (int at = 0; at < acts.size(); at++) {
      if (acts.get(at).number() != at + 1) {
        say(
            "act missing",
            "Act " + (at + 1) + " is not there; the next is number " + acts.get(at).number() + ".");
        return;
      }
    }
  }

  private void acts() {
    CustodyAct latest = null;
    long late = 0;
    for (CustodyAct act : acts) {
      act.irregularities()
          .forEach(name ->
              say(
                  name,
                  "Act "
                      + act.number()
                      + " ("
                      + act.kind().label()
                      + "): "
                      + name
                      + because(act.explanation())));
      if (wait(act).compareTo(LATE) > 0) {
        late++;
        latest = latest == null || wait(act).compareTo(wait(latest)) > 0 ? act : latest;
      }
    }
    if (latest != null) {
      say(
          "recorded late",
          late
              + (late == 1 ? " act was" : " acts were")
              + " recorded more than a week after; act "
              + latest.number()
              + " "
              + wait(latest).toDays()
              + " days after.");
    }
    unsealed();
  }

  private static String because(@Nullable String explanation) {
    return explanation == null ? ", recorded by the system." : ". Explained: " + explanation;
  }

  private static Duration wait(CustodyAct act) {
    return Duration.between(act.at(), act.recordedAt());
  }

  private void unsealed() {
    CustodyAct opened = null;
    for (CustodyAct act : acts) {
      if (act.seal() != null) {
        opened = null;
      } else if (opened == null && act.number() > 1 && act.kind().touches()) {
        opened = act;
      }
    }
    if (opened != null && exhibit.seal() != null && !exhibit.state().isClosed()) {
      say(
          "without a seal",
          "Since act " + opened.number() + ", " + opened.at() + ", it carries no seal.");
    }
  }

  private void handOver(HandOver handOver) {
    for (HandOver.Answer answer : handOver.answers()) {
      if (!answer.confirmed()) {
        say(
            "disputed",
            "Hand-over "
                + handOver.sequence()
                + " is disputed by "
                + party(handOver, answer.party())
                + ": "
                + answer.words());
      }
    }
    for (HandOver.Party party : HandOver.Party.values()) {
      if (!handOver.isAnswered(party)) {
        say(
            "not confirmed",
            "Hand-over "
                + handOver.sequence()
                + " of "
                + handOver.at()
                + " is not confirmed by "
                + party(handOver, party)
                + ".");
      }
    }
  }

  private static String party(HandOver handOver, HandOver.Party party) {
    return party == HandOver.Party.GIVER
        ? "the giver, " + handOver.from()
        : "the taker, " + handOver.to();
  }

  private void copy(WorkingCopy copy) {
    if (copy.isStopped()) {
      say(
          "working copy differs",
          "Working copy " + copy.number() + " was found to differ on " + copy.differsAt() + ".");
    } else if (copy.checks() == 0) {
      say(
          "working copy not checked",
          "Working copy " + copy.number() + " was never checked since it was registered.");
    }
  }
}
