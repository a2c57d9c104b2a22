/**
 * XML as a stream of events, hardened: no document type, no entity but the five of XML, no external
 * reference, bounded depth, names and tokens.
 *
 * <p>Takes: bytes. Gives: elements, attributes and text with where they lie. Used by the readers of
 * workbooks and of CyberTipline reports.
 */
@NullMarked
package dev.cordon.formats.xml;

import org.jspecify.annotations.NullMarked;
