/**
 * What the persons did on the invented platform: networks, accounts, cards, orders, discussion.
 *
 * <p>Takes: the cast. Gives: accounts, orders and posts in order of time, each a pure function of
 * its number.
 */
@NullMarked
package dev.cordon.exercise.platform;

import org.jspecify.annotations.NullMarked;
