package dev.cordon.exercise.platform;

/**
 * One account of the shop or the forum.
 *
 * @param index its place in order of registration
 * @param id its key in the database
 * @param person who it truly belongs to
 * @param ordinal its place among all accounts of that person
 * @param registered seconds since the platform's start
 */
public record Account(
    Platform platform,
    int index,
    long id,
    int person,
    int ordinal,
    int registered,
    Tie tie,
    String email,
    String handle) {}
