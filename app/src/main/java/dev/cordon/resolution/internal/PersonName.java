package dev.cordon.resolution.internal;

import java.util.List;

/**
 * A person's name reduced to what survives keyboards, scripts and clerks: tokens in plain Latin
 * letters, lower case, sorted by their place. Made by {@link PersonNames}.
 *
 * @param tokens at least two, in the order written; {@code ?} stands for a lost letter
 * @param generation senior, junior or third where the name says which of one name is meant; else
 *     empty
 * @param year what a mailbox that spells the name adds to it: two or four digits as years have;
 *     else empty
 */
record PersonName(List<String> tokens, String generation, String year) {

  PersonName {
    tokens = List.copyOf(tokens);
  }
}
