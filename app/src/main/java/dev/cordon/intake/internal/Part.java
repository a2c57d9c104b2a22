package dev.cordon.intake.internal;

import dev.cordon.intake.SourceId;

/**
 * A file, or a member of an archive, while its records are read. A member is named by its place:
 * its own name is sealed text.
 *
 * @param name the source's name
 * @param member the member's place in the archive from 1; 0 for a whole file
 * @param output where its records go
 * @param tally what is counted over the whole source
 */
public record Part(
    SourceId source, String name, int member, Findings findings, RecordOutput output, Tally tally) {

  /** A whole file. */
  public static Part whole(Judgement judgement, String name, RecordOutput output, Tally tally) {
    return new Part(judgement.id(), name, 0, judgement.findings(), output, tally);
  }

  /** How the part's table is called within its source. */
  String table(String own) {
    return member == 0 ? own : "#" + member + "/" + own;
  }

  /** How the balance calls one of several tables of the part. */
  String line(String own) {
    return name + "/" + table(own);
  }

  /** How the balance calls the only table of the part. */
  String onlyLine(String own) {
    return member == 0 ? name : line(own);
  }

  /** How notes call the part. */
  String title() {
    return member == 0 ? name : name + "/#" + member;
  }

  /** Sets the part's groups of tables apart from those of other parts. */
  String scope() {
    return member == 0 ? source + "/" : source + "/#" + member + "/";
  }

  boolean holdsMedia() {
    return findings.holdsMedia();
  }
}
