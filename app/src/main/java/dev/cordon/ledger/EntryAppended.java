package dev.cordon.ledger;

/** An entry was written; it stands once the transaction commits. */
public record EntryAppended(EntryId entry) {}
