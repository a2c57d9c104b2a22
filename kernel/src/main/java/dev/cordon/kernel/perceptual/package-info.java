/**
 * Perceptual hashes of pictures: PDQ, as its Java reference defines it.
 *
 * <p>Takes: the luma of a picture row by row. Gives: a code of 256 bits, its quality and the codes
 * of the mirrored and turned picture. {@link dev.cordon.kernel.perceptual.PictureLuma} makes luma
 * of a decoded picture by stated rules; nothing here decodes, stores or shows one. The JDK alone.
 */
@NullMarked
package dev.cordon.kernel.perceptual;

import org.jspecify.annotations.NullMarked;
