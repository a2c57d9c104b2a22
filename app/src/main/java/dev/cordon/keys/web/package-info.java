/**
 * The administrator's page about an operation's keys.
 *
 * <p>Takes: requests to change a key. Gives: which versions there are, never a key.
 */
@NullMarked
package dev.cordon.keys.web;

import org.jspecify.annotations.NullMarked;
