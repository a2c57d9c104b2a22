/**
 * The process that decodes. Its standard input and output carry the protocol of {@link
 * dev.cordon.decoder.Wire}; it opens no file, connects to nothing and writes nothing else.
 *
 * <p>Takes: the bytes of one file after the other. Gives: hashes and sizes of pictures and frames.
 * No class outside of this package may touch what is in it, since it loads native decoders.
 */
@NullMarked
package dev.cordon.decoder.worker;

import org.jspecify.annotations.NullMarked;
