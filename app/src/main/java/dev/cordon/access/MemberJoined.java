package dev.cordon.access;

/** A member was added to an agency. */
public record MemberJoined(MemberId member, AgencyId agency) {}
