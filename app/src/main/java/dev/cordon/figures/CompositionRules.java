package dev.cordon.figures;

import dev.cordon.RefusedException;
import dev.cordon.figures.Composition.Grouping;
import org.springframework.stereotype.Component;

/** What can be composed, and what is refused by name because it would count something else. */
@Component
class CompositionRules {

  private final Definitions definitions;

  CompositionRules(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * The definition a composition counts by.
   *
   * @throws RefusedException where it can not be counted that way
   */
  Definition check(Composition wanted) {
    Definition counted = definition(wanted.ofFigure());
    if (wanted.sort() != null && counted.sortedBy().isEmpty()) {
      throw new RefusedException("'" + counted.title() + "' has no sorts to choose from.");
    }
    if (wanted.groupedBy() == Grouping.SORT && counted.sortedBy().isEmpty()) {
      throw new RefusedException("'" + counted.title() + "' has no sorts to tell apart.");
    }
    boolean dated = wanted.from() != null || wanted.to() != null || wanted.groupedBy().isTime();
    if (dated && counted.datedBy().isEmpty()) {
      throw new RefusedException("The records of '" + counted.title() + "' have no day.");
    }
    if (wanted.from() != null && wanted.to() != null && wanted.to().isBefore(wanted.from())) {
      throw new RefusedException("The last day lies before the first.");
    }
    if (wanted.overTime() != Grouping.NOTHING && !wanted.overTime().isTime()) {
      throw new RefusedException("Over time goes by day, week or month.");
    }
    if (wanted.overTime() != Grouping.NOTHING && wanted.groupedBy() != Grouping.NOTHING) {
      throw new RefusedException("Tell records apart, or show how they grow; not both at once.");
    }
    checkCode(wanted, counted);
    checkShare(wanted, counted);
    return counted;
  }

  private static void checkCode(Composition wanted, Definition counted) {
    if (!counted.handlingCode().equals("H0")
        && !counted.handlingCode().equals(wanted.handlingCode())) {
      throw new RefusedException(
          "'%s' carries the handling code %s; so does what is composed of it."
              .formatted(counted.title(), counted.handlingCode()));
    }
  }

  // The same record is in a figure once and no other table is joined to it, so that nothing is
  // counted twice. A share of things
  // of another kind would mix, and an average has no parts.
  private void checkShare(Composition wanted, Definition counted) {
    if (wanted.shareOf() == null) {
      return;
    }
    Definition whole = definition(wanted.shareOf());
    if (counted.working() != Definition.Working.SUM || whole.working() != Definition.Working.SUM) {
      throw new RefusedException("An average has no share.");
    }
    if (!counted.unit().equals(whole.unit())) {
      throw new RefusedException(
          "'%s' counts one %s, '%s' one %s: a share of the one in the other counts neither."
              .formatted(counted.title(), counted.unit(), whole.title(), whole.unit()));
    }
    if (counted.name().equals(whole.name())) {
      throw new RefusedException("A share of itself is always 100 per cent.");
    }
    if (wanted.sort() != null && !counted.sortedBy().equals(whole.sortedBy())) {
      throw new RefusedException(
          "'%s' and '%s' are not told apart by the same sorts."
              .formatted(counted.title(), whole.title()));
    }
  }

  private Definition definition(String name) {
    return definitions
        .find(name)
        .orElseThrow(() -> new RefusedException("There is no figure named '" + name + "'."));
  }
}
