/**
 * CyberTipline reports as XML: what is reported, about whom, and about which files.
 *
 * <p>Takes: bytes. Gives: one record for each report, person and file; of files only references and
 * hashes. The file part itself is refused by name and never read into memory.
 */
@NullMarked
package dev.cordon.formats.tips;

import org.jspecify.annotations.NullMarked;
