package dev.cordon.exchange;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import dev.cordon.exchange.PackageRefusedException.Check;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A bag sealed to its recipients' keys: an age v1 file (C2SP age, X25519) that holds the TAR of the
 * bag. The public {@code age} tool and {@code tar} open it.
 *
 * <p>Promises: without one of the identities nobody reads it, and a change of any byte is noticed.
 * Does not promise who sealed it, since anyone may seal to a public key: {@link PackageTrust}
 * checks who signed. Sealing twice gives different bytes around the same archive. Stateless; any
 * thread.
 */
public final class SealedPackage {

  /** The most keys a package is sealed to. */
  public static final int MOST_RECIPIENTS = 20;

  private SealedPackage() {}

  /**
   * Seals; the stream stays open.
   *
   * @param top name of the bag's folder, such as the package's number and version
   * @param bag a whole bag, as {@link Bag#of} gives it
   * @param recipients public keys, {@code age1…}
   * @throws ExchangeException when a key is none
   */
  public static void seal(
      String top, Map<String, byte[]> bag, List<String> recipients, OutputStream out) {
    if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
      throw new ExchangeException(
          "a package is sealed to 1 to " + MOST_RECIPIENTS + " keys, not " + recipients.size());
    }
    List<RecipientStanzaWriter> writers = new ArrayList<>();
    for (String recipient : recipients) {
      writers.add(writer(recipient));
    }
    try {
      WritableByteChannel sealed =
          new StandardEncryptingChannelFactory()
              .newEncryptingChannel(Channels.newChannel(new Unclosed(out)), writers);
      try (OutputStream plain =
          new BufferedOutputStream(Channels.newOutputStream(sealed), 1 << 16)) {
        PackageArchive.write(top, bag, plain);
      }
    } catch (GeneralSecurityException | IOException failure) {
      throw new ExchangeException("The package cannot be sealed: " + failure.getMessage(), failure);
    }
  }

  /** Whether a file that begins so is sealed with age, of any version. */
  public static boolean recognises(byte[] start) {
    return SealedHeader.recognises(start);
  }

  /**
   * Opens and gives the bag's files, checked to be a complete bag.
   *
   * @param identities secret keys, {@code AGE-SECRET-KEY-1…}; one must fit
   * @throws PackageRefusedException naming the check that failed
   * @throws ExchangeException when an identity is none
   */
  public static SortedMap<String, byte[]> open(
      InputStream in, List<String> identities, PackageLimits limits) {
    SortedMap<String, byte[]> files = unsealed(in, identities, limits);
    Bag.check(files);
    return files;
  }

  private static SortedMap<String, byte[]> unsealed(
      InputStream in, List<String> identities, PackageLimits limits) {
    List<RecipientStanzaReader> readers = new ArrayList<>();
    for (String identity : identities) {
      readers.add(reader(identity));
    }
    try {
      InputStream bounded = new PackageArchive.BoundedInput(in, limits);
      byte[] start = SealedHeader.checked(bounded);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), bounded);
      return archive(opened(whole, readers), limits);
    } catch (IOException damaged) {
      throw new PackageRefusedException(
          Check.UNCHANGED, "it was changed or cut off on its way: " + damaged.getMessage());
    }
  }

  private static ReadableByteChannel opened(InputStream whole, List<RecipientStanzaReader> readers)
      throws IOException {
    try {
      return new StandardDecryptingChannelFactory()
          .newDecryptingChannel(Channels.newChannel(whole), List.of(new AnyIdentity(readers)));
    } catch (UnsupportedRecipientStanzaException notForUs) {
      throw new PackageRefusedException(
          Check.SEALED, "it is not sealed to the given key; it is for somebody else");
    } catch (GeneralSecurityException | IllegalArgumentException changed) {
      throw new PackageRefusedException(
          Check.UNCHANGED, "its header was changed: " + changed.getMessage());
    }
  }

  private static SortedMap<String, byte[]> archive(ReadableByteChannel opened, PackageLimits limits)
      throws IOException {
    try (InputStream plain = new OpenedInput(opened)) {
      return PackageArchive.read(plain, limits);
    }
  }

  private static RecipientStanzaWriter writer(String recipient) {
    try {
      return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient.strip());
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new ExchangeException(
          "a recipient's key begins with age1 and is complete; '"
              + BagPaths.shown(recipient)
              + "' is none",
          malformed);
    }
  }

  private static RecipientStanzaReader reader(String identity) {
    try {
      return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity.strip());
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new ExchangeException(
          "an identity begins with AGE-SECRET-KEY-1 and is complete; the one given is none",
          malformed);
    }
  }

  /** Closing ends the sealed part, not the stream it is written to. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
