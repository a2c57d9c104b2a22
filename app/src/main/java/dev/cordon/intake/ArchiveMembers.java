package dev.cordon.intake;

import dev.cordon.Page;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedOpening;
import dev.cordon.access.SealedThing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The members of an archive that is a source: their names are sealed text, opened with reason and
 * legal basis for a time; each page is an entry of its own. Thread-safe.
 */
@Service
public class ArchiveMembers {

  private static final String TABLE = "members";

  private final SourceRegister register;
  private final Vaults vaults;
  private final Restrictions restrictions;
  private final SealedAccesses sealed;

  ArchiveMembers(
      SourceRegister register, Vaults vaults, Restrictions restrictions, SealedAccesses sealed) {
    this.register = register;
    this.vaults = vaults;
    this.restrictions = restrictions;
    this.sealed = sealed;
  }

  /** Whether the source is an archive whose members are listed. */
  public boolean isListed(OperationId operation, UUID source) {
    register.get(operation, source);
    return MemberList.isThere(vaults.of(operation), new SourceId(source));
  }

  /** Whether the member asking may open such lists. */
  public boolean mayOpen(OperationId operation) {
    return sealed.isEntitled(operation, SealedThing.Kind.MEMBERS);
  }

  /** Opens the list for the member asking. */
  public void open(
      OperationId operation, UUID source, String reason, String legalBasis, Duration stands) {
    register.get(operation, source);
    sealed.open(operation, thing(source), reason, legalBasis, stands);
  }

  /** The opening of the member asking that stands. */
  public Optional<SealedOpening> standing(OperationId operation, UUID source) {
    return sealed.standing(operation, thing(source));
  }

  /** Closes what stands open for the member asking. */
  public void close(OperationId operation, UUID source) {
    register.get(operation, source);
    sealed.close(operation, thing(source));
  }

  /**
   * A page of the members, in the order of the archive; rows an order hides are left out.
   *
   * @throws dev.cordon.access.NotPermittedException when nothing stands open for the member asking
   */
  public Page<SealedMember> page(OperationId operation, UUID source, int number) {
    register.get(operation, source);
    SealedAccess access = sealed.view(operation, thing(source), "members, page " + number);
    SourceId id = new SourceId(source);
    RowSet hidden = restrictions.hidden(operation).of(id);
    List<SealedMember> shown = new ArrayList<>();
    long[] seen = {0};
    try {
      MemberList.read(
          vaults.of(operation),
          id,
          () -> access.require(operation, thing(source)),
          member -> {
            if (hidden.contains(new Origin(id, TABLE, member.place()))) {
              return true;
            }
            seen[0]++;
            if (seen[0] > Page.offset(number) && shown.size() < Page.SIZE) {
              shown.add(member);
            }
            return true;
          });
    } catch (IOException failure) {
      throw new UncheckedIOException("the list of members can not be read", failure);
    }
    return new Page<>(shown, number, seen[0]);
  }

  private static SealedThing thing(UUID source) {
    return new SealedThing(SealedThing.Kind.MEMBERS, source);
  }
}
