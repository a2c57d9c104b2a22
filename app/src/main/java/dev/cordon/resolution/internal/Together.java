package dev.cordon.resolution.internal;

import dev.cordon.resolution.ResolutionModel.Sign;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A pair of groups, by one account of each that carries the trace.
 *
 * @param signs what was added up, with its bits
 */
record Together(int a, int b, Map<Sign, Double> signs) {

  double bits() {
    return signs.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  String text() {
    return signs.entrySet().stream()
        .map(sign -> String.format(Locale.ROOT, "%s %+.1f", sign.getKey().text(), sign.getValue()))
        .collect(Collectors.joining("; "));
  }
}
