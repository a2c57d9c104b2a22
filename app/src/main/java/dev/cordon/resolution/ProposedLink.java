package dev.cordon.resolution;

/**
 * Why two accounts were brought together or, where flagged, kept apart.
 *
 * @param rule the kind of selector they share
 * @param weight how rare the value is, in bits; about the pair, never about a person
 * @param flag why it joins nothing; empty where it joins
 * @param caution why two people of one household could have left it, too; empty where they could
 *     not
 * @param why in a plain sentence
 */
public record ProposedLink(
    String a, String b, String rule, double weight, String flag, String caution, String why) {}
