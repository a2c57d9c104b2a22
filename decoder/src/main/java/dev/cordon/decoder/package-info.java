/**
 * Pictures and videos decoded in processes of their own, so that a hostile file costs one file.
 *
 * <p>Takes: one file after the other, as bytes the caller gives piece by piece; a decoder knows no
 * path. Gives: width, height, form, PDQ and its quality of a picture or of the frames of a video,
 * or the reason it could not be decoded. No pixel leaves a decoder and nothing is written to a
 * disk. This package is what callers use; {@code worker} runs in the other process and is the only
 * one that touches native decoders.
 */
@NullMarked
package dev.cordon.decoder;

import org.jspecify.annotations.NullMarked;
