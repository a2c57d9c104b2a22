package dev.cordon.resolution;

import java.util.UUID;

/** A pair of accounts somebody judged, for a member who does not see how. */
public record SecondLook(UUID judgement, SideBySide.Side a, SideBySide.Side b) {}
