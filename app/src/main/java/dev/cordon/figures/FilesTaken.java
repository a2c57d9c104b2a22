package dev.cordon.figures;

import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which figures were taken out as files. */
@Service
public class FilesTaken {

  private final Ledger ledger;

  FilesTaken(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Somebody took figures out. */
  @Transactional
  public void out(OperationId operation, String name, String form) {
    ledger.append(
        Entry.of(operation, Act.DISCLOSURE, "figures-file", "figures were taken out as " + form)
            .touching(name));
  }
}
