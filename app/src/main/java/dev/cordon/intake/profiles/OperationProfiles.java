package dev.cordon.intake.profiles;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.profiles.Profile;
import dev.cordon.formats.profiles.ProfileFile;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The profiles of operations, in versions that are never changed. Each method is one transaction.
 * Two members who save from one version: the second is told and saves nothing.
 */
@Service
@Transactional
public class OperationProfiles {

  private static final Profiles SHIPPED = Profiles.shipped();
  private static final int MOST_PROFILES = 1000;
  private static final int LONGEST_YAML = 1_000_000;

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  OperationProfiles(JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** What sources of the operation are read with: the shipped ones and its own, which win. */
  @Transactional(readOnly = true)
  public Profiles of(OperationId operation) {
    access.require(operation, Area.SOURCES, Right.READ);
    List<Profile> own = new ArrayList<>();
    newest(operation, MOST_PROFILES, 0).stream()
        .filter(saved -> !saved.isWithdrawn())
        .forEach(saved -> own.add(read(saved)));
    return SHIPPED.with(own);
  }

  /** The profiles Cordon ships. */
  public static Profiles shipped() {
    return SHIPPED;
  }

  /** The newest version of each, by name. */
  @Transactional(readOnly = true)
  public Page<SavedProfile> page(OperationId operation, int number) {
    access.require(operation, Area.SOURCES, Right.READ);
    long total =
        jdbc.sql(ProfileSql.COUNT).param("operation", operation.value()).query(Long.class).single();
    return new Page<>(newest(operation, Page.SIZE, Page.offset(number)), number, total);
  }

  /** The versions of one, the newest first. */
  @Transactional(readOnly = true)
  public Page<SavedProfile> versions(OperationId operation, String name, int number) {
    access.require(operation, Area.SOURCES, Right.READ);
    long total =
        jdbc.sql(ProfileSql.COUNT_OF_NAME)
            .param("operation", operation.value())
            .param("name", name)
            .query(Long.class)
            .single();
    return new Page<>(ofName(operation, name, Page.SIZE, Page.offset(number)), number, total);
  }

  /** The newest version of one, if there is any. */
  @Transactional(readOnly = true)
  public Optional<SavedProfile> newest(OperationId operation, String name) {
    access.require(operation, Area.SOURCES, Right.READ);
    return ofName(operation, name, 1, 0).stream().findFirst();
  }

  /** One version. */
  @Transactional(readOnly = true)
  public SavedProfile get(OperationId operation, String name, int version) {
    access.require(operation, Area.SOURCES, Right.READ);
    return jdbc.sql(ProfileSql.ONE)
        .param("operation", operation.value())
        .param("name", name)
        .param("version", version)
        .query((row, index) -> saved(row))
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  /** One version as a file to hand on; that it was handed out is noted. */
  public SavedProfile file(OperationId operation, String name, int version) {
    SavedProfile found = get(operation, name, version);
    ledger.append(
        Entry.of(operation, Act.DISCLOSURE, "profile", "downloaded as a file")
            .touching("profile " + name + " " + version, found.sha256()));
    return found;
  }

  /**
   * Saves a version.
   *
   * @param base the version it was made from; 0 for a new profile
   * @throws FormatException when the file is no profile; the message names every line
   * @throws ProfileChangedException when there is a newer version, or the name is taken
   * @throws RefusedException when the name will not do
   */
  public SavedProfile save(OperationId operation, int base, String yaml, String reason) {
    access.require(operation, Area.SOURCES, Right.WRITE);
    if (yaml.length() > LONGEST_YAML) {
      throw new RefusedException("The file is longer than " + LONGEST_YAML + " characters.");
    }
    Profile profile = ProfileFile.read("profile.yaml", bytes(yaml));
    NewProfileNames.check(profile, base == 0 ? names(operation) : List.of());
    return add(operation, profile.name(), base, yaml, profile.tables().size(), false, reason);
  }

  /** From now on the profile is not used; its versions stay to be seen. */
  public SavedProfile withdraw(OperationId operation, String name, int base, String reason) {
    access.require(operation, Area.SOURCES, Right.WRITE);
    SavedProfile last = newest(operation, name).orElseThrow(NoSuchElementException::new);
    return add(operation, name, base, last.yaml(), last.tables(), true, reason);
  }

  /** Reads a saved file. */
  public static Profile read(SavedProfile saved) {
    return ProfileFile.read(saved.name() + ".yaml", bytes(saved.yaml()));
  }

  private SavedProfile add(
      OperationId operation,
      String name,
      int base,
      String yaml,
      int tables,
      boolean withdrawn,
      String reason) {
    if (reason.strip().length() < 3 || reason.length() > 2000) {
      throw new RefusedException("Say in 3 to 2000 characters why.");
    }
    Optional<SavedProfile> last = newest(operation, name);
    int found = last.map(SavedProfile::version).orElse(0);
    String sha256 = sha256(yaml);
    int added =
        found != base
            ? 0
            : jdbc.sql(ProfileSql.ADD)
                .param("id", UUID.randomUUID())
                .param("operation", operation.value())
                .param("name", name)
                .param("version", base + 1)
                .param("withdrawn", withdrawn)
                .param("yaml", yaml)
                .param("sha256", sha256)
                .param("tables", tables)
                .param("reason", reason.strip())
                .param("member", currentMember.member().value())
                .update();
    if (added == 0) {
      throw ProfileChangedException.since(name, base, newest(operation, name));
    }
    ledger.append(
        Entry.of(
                operation,
                Act.DECISION,
                withdrawn ? "profile-withdrawal" : "profile",
                reason.strip())
            .touching("profile " + name + " " + (base + 1), sha256));
    return get(operation, name, base + 1);
  }

  private List<String> names(OperationId operation) {
    return jdbc.sql(ProfileSql.NAMES)
        .param("operation", operation.value())
        .query(String.class)
        .list();
  }

  private List<SavedProfile> newest(OperationId operation, int limit, long offset) {
    return jdbc.sql(ProfileSql.NEWEST)
        .param("operation", operation.value())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, index) -> saved(row))
        .list();
  }

  private List<SavedProfile> ofName(OperationId operation, String name, int limit, long offset) {
    return jdbc.sql(ProfileSql.OF_NAME)
        .param("operation", operation.value())
        .param("name", name)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, index) -> saved(row))
        .list();
  }

  private static SavedProfile saved(ResultSet row) throws SQLException {
    return new SavedProfile(
        row.getString("name"),
        row.getInt("version"),
        row.getBoolean("is_withdrawn"),
        row.getString("yaml"),
        row.getString("sha256"),
        row.getInt("tables"),
        row.getString("reason"),
        row.getString("saved_by_name"),
        Columns.instant(row, "saved_at"));
  }

  private static ByteArrayInputStream bytes(String yaml) {
    return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String yaml) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
