package dev.cordon.edge;

import dev.cordon.CordonException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;

/**
 * The certificate authority of this one installation, and the server certificate it issues.
 *
 * <p>Promises: both lie in owner-only files; a file is complete or absent; the authority can vouch
 * for the named hosts only (name constraints, RFC 5280 4.2.1.10), so that trusting it gives nobody
 * else's name away; the server certificate lasts at most 397 days and is renewed a month before its
 * end. Does not promise: protection from whoever may read the owner's files.
 */
public final class LocalAuthority implements ServerIdentity {

  static final Duration AUTHORITY_LASTS = Duration.ofDays(3650);
  static final Duration SERVER_LASTS = Duration.ofDays(397);
  static final Duration RENEWED_BEFORE = Duration.ofDays(30);

  private final Path folder;
  private final List<String> hosts;
  private final InstantSource clock;
  private Signed authority;
  private Signed server;

  private LocalAuthority(
      Path folder, List<String> hosts, InstantSource clock, Signed authority, Signed server) {
    this.folder = folder;
    this.hosts = hosts;
    this.clock = clock;
    this.authority = authority;
    this.server = server;
  }

  /** A certificate with its key. */
  record Signed(X509Certificate certificate, PrivateKey key) {

    @Override
    public String toString() {
      return "Signed[" + certificate.getSubjectX500Principal() + "]";
    }
  }

  /**
   * Opens the authority in that folder, or makes one there, and its certificate for the hosts and
   * for this machine itself. An authority that can not vouch for one of the hosts is made anew, for
   * the old hosts and the new.
   *
   * @throws CordonException when the folder can not be read or written
   */
  public static LocalAuthority open(Path folder, Collection<String> hosts, InstantSource clock) {
    List<String> names =
        Stream.concat(hosts.stream(), Doors.LOOPBACK.stream())
            .map(HostName::normal)
            .distinct()
            .sorted()
            .toList();
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Signed authority = authority(folder, names, clock.instant());
      Signed server = server(folder, authority, names, clock.instant());
      return new LocalAuthority(folder, names, clock, authority, server);
    } catch (IOException failed) {
      throw new CordonException(
          "can not read or write the certificates in " + folder + ".", failed);
    } catch (GeneralSecurityException failed) {
      throw new CordonException("this Java can not make certificates.", failed);
    }
  }

  @Override
  public synchronized PemSslStore store() {
    return PemSslStore.of(List.of(server.certificate(), authority.certificate()), server.key());
  }

  @Override
  public synchronized boolean refresh() {
    try {
      X509Certificate before = server.certificate();
      authority = authority(folder, hosts, clock.instant());
      server = server(folder, authority, hosts, clock.instant());
      return !server.certificate().equals(before);
    } catch (IOException | GeneralSecurityException failed) {
      throw new CordonException("the server certificate could not be renewed.", failed);
    }
  }

  @Override
  public synchronized Instant expires() {
    return Certificates.ends(server.certificate());
  }

  /** The authority's certificate, for browsers to trust. */
  public synchronized X509Certificate certificate() {
    return authority.certificate();
  }

  /** SHA-256 of a certificate as browsers show it: hexadecimal pairs with colons. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      byte[] digest =
          java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("no SHA-256 in this Java", impossible);
    }
  }

  private static Signed authority(Path folder, List<String> hosts, Instant now)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve("authority.pem");
    Optional<Signed> kept = read(file);
    TreeSet<String> names = new TreeSet<>(hosts);
    if (kept.isPresent()) {
      X509Certificate certificate = kept.get().certificate();
      List<String> covered = Issuer.constrainedTo(certificate);
      if (covered.containsAll(hosts)
          && now.plus(RENEWED_BEFORE).isBefore(Certificates.ends(certificate))) {
        return kept.get();
      }
      names.addAll(covered);
    }
    Signed made = Issuer.authority(names, now, AUTHORITY_LASTS);
    write(file, made);
    return made;
  }

  private static Signed server(Path folder, Signed authority, List<String> hosts, Instant now)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve("server.pem");
    Optional<Signed> kept = read(file);
    if (kept.isPresent() && isGood(kept.get().certificate(), authority, hosts, now)) {
      return kept.get();
    }
    Signed made = Issuer.server(authority, hosts, now, SERVER_LASTS);
    write(file, made);
    return made;
  }

  private static boolean isGood(
      X509Certificate certificate, Signed authority, List<String> hosts, Instant now) {
    return new TreeSet<>(Certificates.names(certificate)).equals(new TreeSet<>(hosts))
        && now.plus(RENEWED_BEFORE).isBefore(Certificates.ends(certificate))
        && !now.isBefore(Certificates.begins(certificate))
        && Issuer.isSignedBy(certificate, authority.certificate());
  }

  /** What lies in a file; nothing when it is absent or broken, for then it is made anew. */
  private static Optional<Signed> read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      PemContent content = PemContent.of(Files.readString(file));
      if (content == null || content.getCertificates().isEmpty()) {
        return Optional.empty();
      }
      @Nullable PrivateKey key = content.getPrivateKey();
      return key == null
          ? Optional.empty()
          : Optional.of(new Signed(content.getCertificates().getFirst(), key));
    } catch (IllegalStateException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static void write(Path file, Signed signed) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(signed.certificate());
      pem.writeObject(
          new org.bouncycastle.util.io.pem.PemObject("PRIVATE KEY", signed.key().getEncoded()));
    }
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
