package dev.cordon.hashing.lists;

import dev.cordon.hashing.HashingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The categories of a list by number, file by file: which profile a file's codes belong to may
 * stand behind them. For one thread.
 */
final class Categories {

  private static final int MOST = 10_000;

  /** What a person says instead of a profile to leave categories out. */
  static final String LEFT_OUT = "none";

  private final List<Category> all = new ArrayList<>(List.of(new Category("", "")));
  private final Map<String, Integer> ofFile = new HashMap<>();
  private int first = 1;

  void begin() {
    ofFile.clear();
    first = all.size();
  }

  /** The number of a code of the present file; 0 for no code. */
  int number(String code) {
    if (code.isEmpty()) {
      return 0;
    }
    Integer known = ofFile.get(code);
    if (known != null) {
      return known;
    }
    if (all.size() >= MOST) {
      throw new HashingException(
          "more than " + MOST + " different categories: that column or field is none");
    }
    ofFile.put(code, all.size());
    all.add(new Category("", code));
    return all.size() - 1;
  }

  /**
   * Settles the profile of the present file's codes and returns it; empty where they are left out.
   */
  String end(String told, String given, String file) {
    boolean leavesOut = given.equalsIgnoreCase(LEFT_OUT);
    boolean differs = !told.isEmpty() && !given.isEmpty() && !told.equalsIgnoreCase(given);
    if (differs && !leavesOut) {
      throw new HashingException(
          "%s says that its categories are of the profile %s, --profile says %s"
              .formatted(file, told, given));
    }
    String profile = leavesOut ? "" : told.isEmpty() ? given : told;
    if (profile.isEmpty() && !ofFile.isEmpty() && !leavesOut) {
      throw new HashingException(
          file
              + " has categories and names no national profile, without which a number means"
              + " nothing: say it with --profile (as UK or US), or --profile none to leave them out");
    }
    for (int number = first; number < all.size(); number++) {
      String code = profile.isEmpty() ? "" : all.get(number).code();
      all.set(number, new Category(profile, code));
    }
    return profile;
  }

  List<Category> all() {
    return List.copyOf(all);
  }
}
