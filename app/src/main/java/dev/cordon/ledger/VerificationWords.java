package dev.cordon.ledger;

import java.util.Map;

/** What a failed check means, and what to do next, for people who do not know the formats. */
final class VerificationWords {

  private static final String KEEP =
      " Change nothing, keep a copy of the data directory as it is, and tell whoever runs the"
          + " server and the data-protection officer.";
  private static final String COMPARE =
      " Compare with a backup and with the checkpoints the witnesses hold.";

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("presence", "A file that belongs to the ledger is gone." + COMPARE),
          Map.entry("form", "A file of the ledger is damaged: it is not of its form." + COMPARE),
          Map.entry("bounds", "A file of the ledger is damaged: it is not of its form." + COMPARE),
          Map.entry("length", "A file of the ledger is damaged: it is cut or too long." + COMPARE),
          Map.entry("tile", "A file of the ledger does not fit its entries." + COMPARE),
          Map.entry(
              "root",
              "The entries in the files do not lead to what the checkpoint signs: one was changed,"
                  + " removed or put in."
                  + COMPARE),
          Map.entry(
              "history",
              "A checkpoint kept from before is not of this ledger: its past was rewritten, or an"
                  + " old copy was put back."
                  + COMPARE),
          Map.entry("key", "A checkpoint is signed with a key that is not this ledger's."),
          Map.entry("signature", "A checkpoint's signature does not hold: its words were changed."),
          Map.entry("quorum", "Fewer witnesses have cosigned than the settings ask for."),
          Map.entry(
              "stray",
              "A file lies in the ledger's folder that does not belong to it. Have it moved away"
                  + " and verify again."),
          Map.entry(
              "link",
              "The database says something else than the ledger's files, which are signed: somebody"
                  + " changed the database by hand, or an old copy of one of the two was put back."),
          Map.entry(
              "opening",
              "What opens an entry was removed by hand, outside of a lawful erasure, which leaves"
                  + " its mark."),
          Map.entry(
              "commitment",
              "What opens an entry was changed by hand: it does not open it any more."),
          Map.entry(
              "read", "The ledger could not be read to its end. Is the disk full or failing?"));

  private VerificationWords() {}

  static String next(String check) {
    return MEANINGS.getOrDefault(check, "The ledger does not hold together.") + KEEP;
  }
}
