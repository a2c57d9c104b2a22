package dev.cordon.exchange;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Tries identities one after the other. The library's own loop over several readers goes on after
 * the one that fits and then fails.
 */
record AnyIdentity(List<RecipientStanzaReader> readers) implements RecipientStanzaReader {

  AnyIdentity {
    readers = List.copyOf(readers);
  }

  @Override
  public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
    for (RecipientStanzaReader reader : readers) {
      try {
        return reader.getFileKey(stanzas);
      } catch (UnsupportedRecipientStanzaException notThisOne) {
        continue;
      }
    }
    throw new UnsupportedRecipientStanzaException("none of its keys fits");
  }
}
