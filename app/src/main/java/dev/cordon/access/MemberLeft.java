package dev.cordon.access;

/** A member left; whatever it has open ends at once. */
public record MemberLeft(MemberId member) {}
