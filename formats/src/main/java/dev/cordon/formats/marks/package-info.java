/**
 * What a picture's file says of where it comes from, besides its pixels.
 *
 * <p>Takes: the bytes of a file, read where needed (JPEG, PNG, WebP, TIFF, HEIF, AVIF, MP4, JPEG
 * XL, GIF, SVG, PDF; EXIF, XMP, Photoshop resources and C2PA stores in them). Gives: {@link
 * dev.cordon.formats.marks.Marks}: marks as what a file carries, never as what is true, since each
 * can be forged and each is lost when a file is saved anew. Nothing is fetched. Prompts, names,
 * places and serial numbers are not kept: only keyed digests; embedded previews are digested and
 * dropped. Depth, sizes and counts are bounded.
 */
@NullMarked
package dev.cordon.formats.marks;

import org.jspecify.annotations.NullMarked;
