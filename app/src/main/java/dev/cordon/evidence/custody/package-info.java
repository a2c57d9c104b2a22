/**
 * What leaves about custody: reports for people (PDF), CASE/UCO for programs, and the bundle for
 * the defence, each with what proves it.
 *
 * <p>Takes: the files of exhibits. Gives: bytes to hand out; that they were is an entry of the
 * ledger, with their digest, the recipient and the reason.
 */
@NullMarked
package dev.cordon.evidence.custody;

import org.jspecify.annotations.NullMarked;
