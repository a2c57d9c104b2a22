package dev.cordon.access;

import java.util.Optional;

/** A member, as colleagues may know it. */
public record Member(
    MemberId id, Optional<AgencyId> agency, String signInName, String displayName) {}
