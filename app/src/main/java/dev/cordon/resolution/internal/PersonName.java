package dev.cordon.resolution.internal;

import java.util.List;

/**
 * A person's name reduced to what survives keyboards, scripts and clerks: tokens in plain Latin
 * letters, lower case, sorted by their place. Made by {@link PersonNames}.
 *
 * @param tokens at least two, in the order written; {@code ?} stands for a lost letter
 */
record PersonName(List<String> tokens) {

  PersonName {
    tokens = List.copyOf(tokens);
  }
}
