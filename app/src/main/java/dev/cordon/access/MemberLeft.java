package dev.cordon.access;

/** A member left the installation. What is open in the member's name ends now. */
public record MemberLeft(MemberId member) {}
