/**
 * Archives (ZIP, TAR) as streams of members, nested up to a limit.
 *
 * <p>Takes: bytes. Gives: each member's header and its bounded content, in the order of the bytes;
 * of members that are media only their digest, size and place. Names are kept as text and never
 * used as paths; links and devices are named and never followed; nothing is written anywhere.
 */
@NullMarked
package dev.cordon.formats.archives;

import org.jspecify.annotations.NullMarked;
