package dev.cordon.attribution.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal or a subject in a list.
 *
 * @param state in a word
 * @param tone how the state is marked
 * @param country proposed for a proposal, decided for a subject
 * @param strength what the evidence is worth; empty for a subject
 * @param names in the records
 */
record CaseLine(
    UUID id,
    String number,
    String state,
    String tone,
    @Nullable String country,
    String strength,
    String names,
    long accounts,
    long payments,
    String why) {}
