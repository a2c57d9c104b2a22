/**
 * Web server access logs as streams of lines.
 *
 * <p>Takes: bytes. Gives: requests, or the reason a line could not be read.
 */
@NullMarked
package dev.cordon.formats.weblogs;

import org.jspecify.annotations.NullMarked;
