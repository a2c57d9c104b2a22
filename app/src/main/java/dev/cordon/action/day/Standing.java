package dev.cordon.action.day;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/*
 * Each reach keeps its own last word: all, an agency, a site. A site is called off when any of the three was; held when any of
 * the three stands at hold; otherwise it goes when any of the three stands at go. So a hold for one country is lifted by a go
 * for that country alone, whatever is said for all, and the order in which words about different reaches came is of no matter.
 */
/**
 * What the orders so far mean for a site.
 *
 * @param word the word that counts
 * @param since from when on it is called off; null unless it is
 */
public record Standing(Word word, @Nullable Instant since) {

  /** The word that counts. */
  public enum Word {
    /** Nothing was ordered: the plan stands, nobody has said go. */
    WAITING("waits for a go"),
    GO("go"),
    HOLD("hold"),
    CALLED_OFF("called off");

    private final String words;

    Word(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }
  }

  /** What orders, in any order, mean for a site of an agency. */
  static Standing of(
      Collection<DayOrder> orders, @Nullable Instant dayAborted, AgencyId agency, UUID site) {
    DayOrder all = last(orders, one -> one.agency() == null);
    DayOrder own = last(orders, one -> agency.equals(one.agency()) && one.site() == null);
    DayOrder here = last(orders, one -> site.equals(one.site()));
    Instant off = dayAborted;
    for (DayOrder one : orders) {
      boolean reaches = one.site() == null ? agency.equals(one.agency()) : site.equals(one.site());
      if (one.kind() == OrderKind.ABORT && reaches && (off == null || one.at().isBefore(off))) {
        off = one.at();
      }
    }
    if (off != null) {
      return new Standing(Word.CALLED_OFF, off);
    }
    if (is(all, OrderKind.HOLD) || is(own, OrderKind.HOLD) || is(here, OrderKind.HOLD)) {
      return new Standing(Word.HOLD, null);
    }
    boolean goes = is(all, OrderKind.GO) || is(own, OrderKind.GO) || is(here, OrderKind.GO);
    return new Standing(goes ? Word.GO : Word.WAITING, null);
  }

  private static boolean is(@Nullable DayOrder order, OrderKind kind) {
    return order != null && order.kind() == kind;
  }

  private static @Nullable DayOrder last(
      Collection<DayOrder> orders, java.util.function.Predicate<DayOrder> reach) {
    return orders.stream()
        .filter(one -> one.kind() != OrderKind.PULL_FORWARD)
        .filter(reach)
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(DayOrder::sequence))
        .orElse(null);
  }
}
