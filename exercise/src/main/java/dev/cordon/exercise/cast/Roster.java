package dev.cordon.exercise.cast;

import java.util.Arrays;

/**
 * The persons while they are being chosen: a column for each thing known of them. Only the builder
 * writes to it.
 */
final class Roster {
  final byte[] country;
  final int[] traits;
  final int[] partner;
  final byte[] relation;
  final byte[] shop;
  final byte[] forum;
  int size;
  long shopTotal;
  long forumTotal;

  Roster(int capacity) {
    country = new byte[capacity];
    traits = new int[capacity];
    partner = new int[capacity];
    relation = new byte[capacity];
    shop = new byte[capacity];
    forum = new byte[capacity];
  }

  /** Adds a person and gives the number. */
  int add(int countryNumber, int traitMask, int shopCount, int forumCount) {
    int person = size++;
    country[person] = (byte) countryNumber;
    traits[person] = traitMask;
    partner[person] = -1;
    shop[person] = (byte) shopCount;
    forum[person] = (byte) forumCount;
    shopTotal += shopCount;
    forumTotal += forumCount;
    return person;
  }

  byte[] countries() {
    return Arrays.copyOf(country, size);
  }

  int[] traits() {
    return Arrays.copyOf(traits, size);
  }

  int[] partners() {
    return Arrays.copyOf(partner, size);
  }

  byte[] relations() {
    return Arrays.copyOf(relation, size);
  }

  byte[] shopAccounts() {
    return Arrays.copyOf(shop, size);
  }

  byte[] forumAccounts() {
    return Arrays.copyOf(forum, size);
  }
}
