package dev.cordon.access;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The member a session or a request belongs to. Carries no roles: those are asked anew each time.
 */
public final class SignedIn implements Principal, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final String signInName;
  private final String displayName;
  private final String member;
  private final @Nullable String agency;
  private final boolean administrator;

  /** As the member's row says. */
  public SignedIn(
      String signInName,
      String displayName,
      MemberId member,
      @Nullable AgencyId agency,
      boolean administrator) {
    this.signInName = signInName;
    this.displayName = displayName;
    this.member = member.toString();
    this.agency = agency == null ? null : agency.toString();
    this.administrator = administrator;
  }

  /** The sign-in name. */
  @Override
  public String getName() {
    return signInName;
  }

  /** The name colleagues see. */
  public String displayName() {
    return displayName;
  }

  /** Who. */
  public MemberId member() {
    return MemberId.of(member);
  }

  /** Of which agency; the installation's administrator has none. */
  public Optional<AgencyId> agency() {
    return Optional.ofNullable(agency).map(AgencyId::of);
  }

  /** Whether this member administers the installation. */
  public boolean administrator() {
    return administrator;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that && member.equals(that.member);
  }

  @Override
  public int hashCode() {
    return member.hashCode();
  }

  @Override
  public String toString() {
    return "SignedIn[" + member + "]";
  }
}
