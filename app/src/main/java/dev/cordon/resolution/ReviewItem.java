package dev.cordon.resolution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that waits for a person's word.
 *
 * @param place its place in the queue of the last run, from 1
 * @param a one account, as {@code system:account}
 * @param breaks whether the group falls apart without it, or holds together only by such links as
 *     two people of one household could have left; otherwise following it would join two
 * @param moves how many accounts the smaller side has
 * @param ofSubject whether a confirmed subject's accounts are concerned
 * @param payer whether somebody who paid is concerned
 * @param exclusive whether the two alone share a selector that is one person's
 * @param weight of the heaviest reason, in bits; about the pair, never about a person
 * @param caution why two people of one household could have left it, too; empty where not
 * @param why the reasons in sentences
 */
public record ReviewItem(
    int place,
    String a,
    String b,
    @Nullable UUID aProposal,
    @Nullable String aNumber,
    @Nullable UUID bProposal,
    @Nullable String bNumber,
    boolean breaks,
    int moves,
    boolean ofSubject,
    boolean payer,
    boolean exclusive,
    double weight,
    String caution,
    String why) {}
