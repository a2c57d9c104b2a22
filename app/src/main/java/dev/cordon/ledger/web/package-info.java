/**
 * The ledger over the API.
 *
 * <p>Takes: requests. Gives: its state to members, an operation's entries to those who may.
 */
@NullMarked
package dev.cordon.ledger.web;

import org.jspecify.annotations.NullMarked;
