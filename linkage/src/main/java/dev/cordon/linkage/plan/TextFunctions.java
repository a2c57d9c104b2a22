package dev.cordon.linkage.plan;

import dev.cordon.linkage.model.Measure;
import dev.cordon.linkage.text.Edits;
import dev.cordon.linkage.text.JaroWinkler;
import dev.cordon.linkage.text.NameLikeness;
import dev.cordon.linkage.text.Overlap;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/** The Java functions an engine must know by name; the same ones for every engine. */
public final class TextFunctions {

  private TextFunctions() {}

  /** The measures that are Java functions. */
  public static Set<Measure> measures() {
    return EnumSet.of(
        Measure.JARO_WINKLER,
        Measure.EDITS,
        Measure.SWAPS,
        Measure.NAME,
        Measure.WORDS,
        Measure.PIECES);
  }

  /** What the measure's function is called in SQL. */
  public static String name(Measure measure) {
    return "cordon_" + measure.word();
  }

  /** The function itself; both texts are there. */
  public static ToDoubleBiFunction<String, String> of(Measure measure) {
    return switch (measure) {
      case JARO_WINKLER -> JaroWinkler::likeness;
      case EDITS -> Edits::plain;
      case SWAPS -> Edits::withSwaps;
      case NAME -> NameLikeness::likeness;
      case WORDS -> Overlap::words;
      case PIECES -> Overlap::pieces;
      case DIFFERENCE, YEARS ->
          throw new IllegalArgumentException(measure + " is not a function of texts");
    };
  }
}
