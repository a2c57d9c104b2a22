package dev.cordon.hashing.lists;

import java.util.List;
import java.util.Map;

/**
 * What the store says of one part of a list: the whole list, or a delta added to it.
 *
 * @param terms what a person said of it
 * @param added when, ISO 8601 in UTC
 * @param isUpdate whether it adds to the parts before it, and does not take their place
 * @param files the files it was read from, in order
 * @param rows rows with a hash
 * @param broken rows, or parts of rows, in quarantine
 * @param hashes how many of each kind
 * @param vendorHashes how many of each name, kept and not compared
 * @param categories by number; the first is none
 * @param stored what lies in the part's folder
 */
public record ListPart(
    ListTerms terms,
    String added,
    boolean isUpdate,
    List<Origin> files,
    long rows,
    long broken,
    Map<String, Long> hashes,
    Map<String, Long> vendorHashes,
    List<Category> categories,
    List<Stored> stored) {

  /**
   * A file a list was read from.
   *
   * @param name without its folder
   * @param sha256 of the file as it was read
   * @param profile the national profile of its categories; empty for none
   * @param model the version of the data model it names; empty for none
   * @param end why it could not be read to its end; empty where it was
   */
  public record Origin(
      String name,
      long bytes,
      String sha256,
      String form,
      String profile,
      String model,
      String end) {}

  /** A file of the store with its length and CRC-32C. */
  public record Stored(String name, long bytes, long crc32c) {}
}
